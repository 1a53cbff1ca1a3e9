using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;

using Entente.Ui.Forms;

namespace Entente.Partners.FactSheets;

/// <summary>Reads fact sheets with what belongs to them.</summary>
internal sealed class FactSheetReading(
    AppDbContext db, IOrganisations organisations, IPersons persons, IAccounts accounts, OutsideLinks links, EditUnits units, AcademicCalendar calendar, TextCatalog texts, SchoolClock clock)
{
    /// <summary>Months before an academic year begins in which its fact sheets are asked for: the nominations of autumn fall into spring.</summary>
    private const int AskedAhead = 10;

    /// <summary>The academic year that fact sheets are collected for now.</summary>
    public int Year => calendar.Of(clock.Today.AddMonths(AskedAhead));

    /// <summary>The years that can be looked at: five back, one ahead.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(Year - 5, 7).Reverse()];

    /// <summary>The year of an address; the current one where it names none that can be looked at.</summary>
    public int YearOf(int? asked) => asked is { } year && Years.Contains(year) ? year : Year;

    /// <summary>A partner's fact sheet of a year; none where the viewer knows no such organisation.</summary>
    public async Task<FactSheetModel?> OfAsync(string id, int? asked, Viewer viewer, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var key)) return null;
        if (await organisations.Cards(viewer).SingleOrDefaultAsync(o => o.Id == key, cancellation) is not { } organisation) return null;
        var year = YearOf(asked);
        var editions = await db.Set<FactSheet>().VisibleTo(viewer).AsNoTracking().Where(f => f.OrganisationId == key && f.Year <= year && f.Year >= year - 1)
            .OrderByDescending(f => f.RecordedAt).ToListAsync(cancellation);
        var deciders = await accounts.OfAsync([.. editions.Select(e => e.DecidedBy).OfType<AccountId>().Distinct()], cancellation);
        var lines = editions.ConvertAll(e => Line(e, deciders));
        var sent = viewer.May(Foundation.FoundationPermissions.Links)
            ? await links.Lines(viewer).Where(l => l.SubjectKind == PartnerRecordNames.RecordKind && l.SubjectKey == key.Value && l.Purpose == AnswerFactSheet.Purpose)
                .Where(l => l.Instance == InstanceOf(year)).ToListAsync(cancellation)
            : [];
        return new()
        {
            Organisation = organisation,
            Year = year,
            Years = Years,
            Confirmed = lines.Find(l => l.Year == year && l.State == FactSheetState.Confirmed),
            Before = lines.Find(l => l.Year == year - 1 && l.State == FactSheetState.Confirmed),
            Proposed = [.. lines.Where(l => l.Year == year && l.State == FactSheetState.Proposed)],
            Past = [.. lines.Where(l => l.Year == year)],
            Links = sent,
            Contacts = await ContactsAsync(key, viewer, cancellation),
            Now = db.Write.Now,
            MayEdit = viewer.May(PartnersPermissions.Edit),
            Units = await units.OfAsync(viewer, PartnersPermissions.Edit, cancellation),
        };
    }

    /// <summary>The people on the partner's side today; those who coordinate exchanges first.</summary>
    public async Task<IReadOnlyList<FactSheetContact>> ContactsAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        var today = clock.Today;
        var found = await db.Set<Contact>().VisibleTo(viewer).AsNoTracking()
            .Where(c => c.OrganisationId == organisation && c.Side == ContactSide.Partner && (c.Until == null || c.Until >= today) && (c.From == null || c.From <= today))
            .ToListAsync(cancellation);
        var people = found.Select(c => c.PersonId).ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return [.. found.OrderBy(c => Rank(c.Role)).ThenBy(c => c.Id).Select(c => new FactSheetContact(
            c.Id.Value, names[c.PersonId].ToString(), texts["partners.contact.role." + c.Role], c.Title.ToString(), c.Email ?? "", c.Language, c.PersonId.Value))];
    }

    /// <summary>How a link says which year it is about.</summary>
    public static string InstanceOf(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Who is asked first.</summary>
    public static int Rank(ContactRole role) => role switch
    {
        ContactRole.ExchangeCoordinator => 0,
        ContactRole.InternationalDirector => 1,
        _ => 2,
    };

    private static FactSheetLine Line(FactSheet sheet, IReadOnlyDictionary<AccountId, AccountCard> deciders) => new(
        sheet.Id.Value, sheet.Year, sheet.State, FactSheetAnswer.FromJson(sheet.Answer), sheet.By, sheet.LinkId is not null, sheet.RecordedAt,
        sheet.DecidedBy is { } by && deciders.TryGetValue(by, out var card) ? card.Name : null, sheet.DecidedAt, sheet.Reason);
}
