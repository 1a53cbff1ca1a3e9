using Entente.Contracts.Directory;
using Entente.Foundation.Data;

namespace Entente.Ui.Documents;

/// <summary>What the school calls itself in documents.</summary>
public sealed class SchoolNames(IUnits units)
{
    /// <summary>The university, a unit of it, and every name that is the school's own.</summary>
    /// <param name="unit">The unit; none: the university itself.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<(LocalizedText University, LocalizedText Unit, IReadOnlyList<string> Names)> OfAsync(UnitId? unit, CancellationToken cancellation)
    {
        var all = await units.AllAsync(cancellation);
        var university = all.FirstOrDefault(u => u.Parent is null)?.Name ?? LocalizedText.Empty;
        return (university, all.FirstOrDefault(u => u.Id == unit)?.Name ?? university, [.. all.SelectMany(u => u.Name.Texts.Values)]);
    }
}
