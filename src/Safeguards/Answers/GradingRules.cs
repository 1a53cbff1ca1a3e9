using Entente.Contracts.Safeguards;
using Entente.Safeguards.Packs;

namespace Entente.Safeguards.Answers;

/// <summary>Answers how grades are converted by distribution, from the pack in force whose version begins last.</summary>
internal sealed class GradingRules(PackShelf shelf) : IGradingRules
{
    public async Task<GradingRule?> TodayAsync(CancellationToken cancellation) =>
        (await shelf.TodayAsync(cancellation)).Packs.OrderByDescending(p => p.Pack.EffectiveFrom)
            .SelectMany(p => p.Pack.Gradings.Select(g => new GradingRule($"{g.Id} ({p.Pack.Id} {p.Pack.Version})", g.Pick, g.FewestPasses, g.IsPreferred, g.Home))).FirstOrDefault();
}
