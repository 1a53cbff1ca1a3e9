using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Partners.Ledger;
using Entente.Partners.Partners;

namespace Entente.Partners.FactSheets;

/// <summary>Asks a partner for its fact sheet by a link to one of its people; added to the caller's save.</summary>
internal sealed class Asking(OutsideLinks links, AcademicCalendar calendar, TextCatalog texts)
{
    /// <summary>For how many days a link can be answered where nobody says otherwise.</summary>
    public const int UsualDays = 30;

    /// <returns>The secret of the link.</returns>
    public Task<string> AskAsync(OrganisationCard partner, FactSheetContact contact, int year, UnitId unit, int days, Viewer viewer, CancellationToken cancellation) =>
        links.MakeAsync(
            new(
                AnswerFactSheet.Purpose, PartnerRecordNames.RecordOf(partner.Id), FactSheetReading.InstanceOf(year), TitleOf(partner, year), unit.Value, contact.Person,
                contact.Name, contact.Email, Language.Of(contact.Language) ?? Language.English, days),
            viewer, cancellation);

    private LocalizedText TitleOf(OrganisationCard partner, int year) => LocalizedText.InEach(
        l => string.Format(l.Culture, texts.In(l, "facts.title.of"), partner.Name.In(l.Tag), calendar.Name(year)));
}
