using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.FactSheets;

/// <summary>Answers of partners that wait for review.</summary>
internal sealed class FactSheetsOnDesk(AppDbContext db, IOrganisations organisations, AcademicCalendar calendar, TextCatalog texts) : IDeskSource
{
    private const int Most = 30;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (!viewer.May(PartnersPermissions.Edit)) return [];
        var cards = organisations.Cards(viewer);
        var waiting = await db.Set<FactSheet>().VisibleTo(viewer).AsNoTracking().Where(f => f.State == FactSheetState.Proposed)
            .OrderBy(f => f.RecordedAt).Take(Most)
            .Join(cards, f => f.OrganisationId, o => o.Id, (f, o) => new { f.OrganisationId, f.Year, f.By, f.UnitId, o.Name }).ToListAsync(cancellation);
        return [.. waiting.Where(w => viewer.May(PartnersPermissions.Edit, w.UnitId.Value)).Select(w => new DeskLine(
            texts.InEach("facts.desk", w.By, w.Name, calendar.Name(w.Year)),
            $"{ShowPartner.AddressOf(w.OrganisationId)}/fact-sheet?year={FactSheetReading.InstanceOf(w.Year)}", "facts.desk.open", null, "review"))];
    }
}
