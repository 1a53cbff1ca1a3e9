using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Foundation.Notices;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;

namespace Entente.Mobility.Changes;

/// <summary>Tells the student what was decided, in the language of the account; leaves with the decision or not at all.</summary>
internal sealed class ChangeTold(INotices notices, IAccounts accounts, StayNames names, EntenteSettings settings, TextCatalog texts)
{
    public async Task DecidedAsync(Stay stay, StayChange change, CancellationToken cancellation)
    {
        var of = await accounts.OfPersonsAsync([stay.PersonId], cancellation);
        if (of.Count == 0) return;
        var partner = (await names.OfAsync(stay, cancellation)).Partner;
        var values = await ChangeWords.ValuesAsync(change, names, texts, cancellation);
        foreach (var account in of)
        {
            var language = Language.Of(account.Language) ?? Language.English;
            var (subject, letter) = language.Within(() => (
                texts["changes.told.subject." + change.State, texts["changes.kind." + change.Kind], partner.In(language.Tag)],
                new MailLetter(
                    language, texts["changes.told.greeting", account.Name],
                    [
                        texts["changes.told." + change.State, texts["changes.kind." + change.Kind], partner.In(language.Tag), values.Before.In(language.Tag), values.After.In(language.Tag)],
                        .. change.Answer is { Length: > 0 } answer ? [texts["changes.told.answer", answer]] : Array.Empty<string>(),
                    ],
                    (texts["changes.told.open"], new Uri(settings.PublicUrl, ShowChange.AddressOf(change)).ToString()), texts["changes.told.foot"])));
            await notices.TellAsync(new(account.Id.Value, subject, letter, $"{StayChange.RecordKind}/{change.Id}/{account.Id}"), cancellation);
        }
    }
}
