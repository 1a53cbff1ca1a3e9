using System.Globalization;

namespace Entente.Contracts.Safeguards;

/// <summary>Asks the packs in force how grades are converted by comparing distributions.</summary>
public interface IGradingRules
{
    /// <summary>The rule of the pack that begins last; none: no pack in force allows it.</summary>
    Task<GradingRule?> TodayAsync(CancellationToken cancellation);
}

/// <summary>How grades are converted by distribution.</summary>
/// <param name="Source">The rule with its pack and version, to be kept beside what was converted by it.</param>
/// <param name="Pick">Which grade is taken where several lie in the stretch.</param>
/// <param name="FewestPasses">A distribution of fewer passes is too small.</param>
/// <param name="IsPreferred">Whether it is offered before a table where both can be had.</param>
/// <param name="Home">The school's own distribution where a pack brings it.</param>
public sealed record GradingRule(string Source, GradePick Pick, int FewestPasses, bool IsPreferred, KnownDistribution? Home);

/// <summary>A distribution with the years it counts.</summary>
/// <param name="Passed">The passing grades.</param>
/// <param name="Failing">The failing grades, the first standing for all; they are never converted to passing ones.</param>
/// <param name="From">The first year.</param>
/// <param name="Until">The last year.</param>
public sealed record KnownDistribution(GradeDistribution Passed, IReadOnlyList<string> Failing, int From, int Until)
{
    /// <summary>The years it counts, as they are read: 2023–2025.</summary>
    public string Years => From == Until ? From.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{From}–{Until}");

    /// <summary>Whether a grade is a failing one.</summary>
    public bool Fails(string grade) => Failing.Contains(grade.Trim(), StringComparer.OrdinalIgnoreCase);
}
