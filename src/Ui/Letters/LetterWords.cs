using Entente.Foundation.Letters;
using Entente.Foundation.Mail;
using Entente.Ui.Records;

namespace Entente.Ui.Letters;

/// <summary>How what became of a copy is said.</summary>
internal static class LetterWords
{
    public static StateKind KindOf(RecipientLine to) => to switch
    {
        { BouncedAt: not null } or { State: MailState.Failed } => StateKind.Blocked,
        { State: MailState.Sent } => StateKind.Done,
        { State: MailState.Kept } => StateKind.Neutral,
        { State: null } => StateKind.Neutral,
        _ => StateKind.Waiting,
    };

    public static string StateOf(RecipientLine to) => "letters.delivery." + (to.BouncedAt is not null ? "Bounced" : to.State?.ToString() ?? "None");
}
