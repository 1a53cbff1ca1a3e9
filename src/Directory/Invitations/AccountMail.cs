using Entente.Directory.Model;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;

namespace Entente.Directory.Invitations;

/// <summary>Writes the mails that carry a link, in the language the account chose, else of whoever caused them; they leave with the caller's save.</summary>
internal sealed class AccountMail(IMailbox mailbox, EntenteSettings settings, TextCatalog texts)
{
    /// <summary>Brings an invitation.</summary>
    public Task InviteAsync(AccountLink link, string token, string inviter, CancellationToken cancellation) =>
        SendAsync("directory.mail.invitation", Language.Current, link, LinkAddress.Invitation(token), inviter, cancellation);

    /// <summary>Brings the link for a new password.</summary>
    public Task ResetAsync(Account account, AccountLink link, string token, CancellationToken cancellation) =>
        SendAsync("directory.mail.reset", Language.Of(account.Language) ?? Language.Current, link, LinkAddress.Reset(token), "", cancellation);

    private async Task SendAsync(string key, Language language, AccountLink link, string path, string by, CancellationToken cancellation)
    {
        var before = Language.Current;
        try
        {
            language.Use();
            var letter = new MailLetter(
                language, texts["directory.mail.greeting", link.DisplayName], [texts[key + ".body", by]],
                (texts[key + ".verb"], new Uri(settings.PublicUrl, path).ToString()), texts[key + ".foot"]);
            await mailbox.SendAsync(
                new NewMail(MailTo.At(link.Email, link.DisplayName), texts[key + ".subject"], letter.Write(), language, $"directory.link/{link.Id}"), cancellation);
        }
        finally
        {
            before.Use();
        }
    }
}
