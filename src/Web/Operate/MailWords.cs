using Entente.Foundation.Mail;
using Entente.Ui.Records;

namespace Entente.Web.Operate;

/// <summary>The words and shapes of a mail's state.</summary>
internal static class MailWords
{
    public static string KeyOf(MailState state) => "operate.mail.state." + state.ToString().ToLowerInvariant();

    public static StateKind KindOf(MailState state) => state switch
    {
        MailState.Queued => StateKind.Waiting,
        MailState.Sent => StateKind.Done,
        MailState.Failed => StateKind.Blocked,
        _ => StateKind.Neutral,
    };
}
