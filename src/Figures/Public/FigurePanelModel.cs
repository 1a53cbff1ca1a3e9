using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Foundation.Access;
using Entente.Foundation.Texts;
using Entente.Ui.Figures;

namespace Entente.Figures.Public;

/// <summary>What the panel of a living figure shows.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Value">The number; none where it is withheld.</param>
/// <param name="AsOf">The date.</param>
/// <param name="Trend">The years before.</param>
/// <param name="Address">The figure's page for this reader.</param>
public sealed record FigurePanelModel(FigureDefinition Figure, long? Value, DateOnly AsOf, FigureTrend Trend, string Address)
{
    internal static async Task<FigurePanelModel> OfAsync(
        FigureValues values, FigureDefinition figure, DateOnly asOf, Viewer viewer, CancellationToken cancellation)
    {
        var seesAll = viewer.May(FiguresPermissions.View);
        var value = (await values.OfAsync([figure.Id], asOf, viewer, cancellation))[figure.Id];
        return new(figure, value.Value, asOf, await FigureTrend.OfAsync(values, figure, asOf, seesAll, cancellation),
            LivingFigureLink.Address(figure.Id, seesAll ? null : Language.Current.Segment));
    }
}
