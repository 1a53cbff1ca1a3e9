using System.Collections.Frozen;
using Entente.Contracts.Figures;

namespace Entente.Figures.Counting;

/// <summary>Every definition of every room.</summary>
internal sealed class FigureCatalog
{
    private readonly FrozenDictionary<string, FigureDefinition> byId;

    public FigureCatalog(IEnumerable<IFigureSource> sources)
    {
        All = [.. sources.SelectMany(s => s.Figures)];
        byId = All.ToFrozenDictionary(f => f.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order the rooms contribute them.</summary>
    public IReadOnlyList<FigureDefinition> All { get; }

    public IReadOnlyDictionary<string, FigureDefinition> ById => byId;

    public FigureDefinition? Find(string id) => byId.GetValueOrDefault(id);
}
