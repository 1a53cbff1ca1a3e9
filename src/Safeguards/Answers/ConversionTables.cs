using Entente.Contracts.Safeguards;
using Entente.Safeguards.Packs;

namespace Entente.Safeguards.Answers;

/// <summary>Answers the tables of the packs in force; where several have one, that of the version that begins last.</summary>
internal sealed class ConversionTables(PackShelf shelf) : IConversionTables
{
    public async Task<IReadOnlyList<ConversionTable>> OfAsync(string prefix, CancellationToken cancellation) =>
        [.. (await shelf.TodayAsync(cancellation)).Packs.OrderByDescending(p => p.Pack.EffectiveFrom)
            .SelectMany(p => p.Pack.Tables.Where(t => t.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(t => new ConversionTable(t.Id, t.Title, $"{t.Id} ({p.Pack.Id} {p.Pack.Version})", t.Rows)))
            .DistinctBy(t => t.Code, StringComparer.Ordinal)];
}
