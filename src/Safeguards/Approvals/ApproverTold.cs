using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Mail;
using Entente.Foundation.Notices;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Safeguards.Model;

namespace Entente.Safeguards.Approvals;

/// <summary>Tells whoever was named to decide a step: what, why, and until when.</summary>
internal sealed class ApproverTold(INotices notices, IAccounts accounts, Viewer viewer, EntenteSettings settings, TextCatalog texts)
{
    public async Task TellAsync(ApprovalRequest request, string reason, CancellationToken cancellation)
    {
        var step = request.Waiting!;
        var account = (await accounts.OfAsync([step.ApproverId!.Value], cancellation)).Values.Single();
        var language = Language.Of(account.Language) ?? Language.English;
        var (subject, letter) = language.Within(() => (
            texts["approvals.named.subject", request.Title.In(language.Tag)],
            new MailLetter(
                language, texts["reminders.greeting", account.Name],
                [texts["approvals.named.text", viewer.Name, request.Title.In(language.Tag), texts.Date(step.DecideBy)], texts["approvals.named.reason", reason]],
                (texts["approvals.named.open"], new Uri(settings.PublicUrl, $"/approvals/{request.Id}").ToString()), texts["reminders.foot"])));
        await notices.TellAsync(new(account.Id.Value, subject, letter, $"safeguards.named/{step.Id}/{step.NamedAt!.Value.ToUnixTimeMilliseconds()}"), cancellation);
    }
}
