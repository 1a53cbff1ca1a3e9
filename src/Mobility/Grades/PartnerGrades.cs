using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Mobility.Grades;

/// <summary>On a partner's page: how grades are given there.</summary>
internal sealed class PartnerGrades(GradeReading reading, IGradingRules rules, TextCatalog texts) : IPartnerPanelSource
{
    private const int Order = 8;

    public async Task<IReadOnlyList<PartnerPanel>> PanelsAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        if (!viewer.May(MobilityPermissions.View)) return [];
        var known = await reading.OfPartnerAsync(organisation, await rules.TodayAsync(cancellation), cancellation);
        return known.Count == 0 ? [] : [new("grades.title", Order, [.. known.Select(k => new PartnerPanelLine(
            k.Line.Field.Length > 0 ? LocalizedText.InEach(_ => k.Line.Field) : texts.InEach("grades.whole"), k.Line.Address, texts.InEach(k.Line.IsSmall ? "grades.panel.small" : "grades.panel", k.Line.Years, k.Line.Total)))])];
    }

    public Task<IReadOnlyList<PartnerMoment>> TimelineAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PartnerMoment>>([]);
}
