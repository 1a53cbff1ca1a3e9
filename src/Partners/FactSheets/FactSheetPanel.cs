using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.FactSheets;

/// <summary>On a partner's page: the coming deadlines of its fact sheet, and where the sheet stands.</summary>
internal sealed class FactSheetPanel(AppDbContext db, FactSheetReading reading, AcademicCalendar calendar, TextCatalog texts, SchoolClock clock) : IPartnerPanelSource
{
    private const int Order = 20;

    public async Task<IReadOnlyList<PartnerPanel>> PanelsAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        var (year, today) = (reading.Year, clock.Today);
        var sheets = await db.Set<FactSheet>().VisibleTo(viewer).AsNoTracking()
            .Where(f => f.OrganisationId == organisation && f.Year >= year - 1 && f.State != FactSheetState.Returned)
            .OrderByDescending(f => f.RecordedAt).ToListAsync(cancellation);
        var address = $"{ShowPartner.AddressOf(organisation)}/fact-sheet?year=";
        var lines = new List<PartnerPanelLine>();
        foreach (var sheet in sheets.Where(s => s.State == FactSheetState.Confirmed).DistinctBy(s => s.Year).OrderBy(s => s.Year))
        {
            var content = FactSheetAnswer.FromJson(sheet.Answer).Sheet;
            foreach (var field in FactSheetFields.Autumn.Concat(FactSheetFields.Spring).Where(f => f.Name.EndsWith("-nominate", StringComparison.Ordinal) || f.Name.EndsWith("-apply", StringComparison.Ordinal)))
            {
                if (field.Value(content) is not DateOnly date || date < today) continue;
                var term = field.Name.StartsWith("autumn", StringComparison.Ordinal) ? "facts.term.autumn" : "facts.term.spring";
                lines.Add(new(LocalizedText.InEach(l => texts.DateIn(l, date) + " · " + texts.In(l, field.LabelKey)), address + FactSheetReading.InstanceOf(sheet.Year), LocalizedText.InEach(l => texts.In(l, term) + " " + calendar.Name(sheet.Year))));
            }
        }

        if (sheets.Exists(s => s.State == FactSheetState.Proposed)) lines.Insert(0, Line("facts.panel.review", year));
        else if (!sheets.Exists(s => s.Year == year)) lines.Add(Line("facts.panel.none", year));
        return [new("facts.title", Order, lines)];

        PartnerPanelLine Line(string key, int of) => new(texts.InEach(key, calendar.Name(of)), address + FactSheetReading.InstanceOf(of), null);
    }

    public Task<IReadOnlyList<PartnerMoment>> TimelineAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PartnerMoment>>([]);
}
