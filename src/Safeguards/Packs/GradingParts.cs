using System.Globalization;
using Entente.Contracts.Safeguards;

namespace Entente.Safeguards.Packs;

/// <summary>Reads the part of a pack that says how grades are converted by distribution, and runs its examples.</summary>
internal static class GradingParts
{
    private const int LongestGrade = 20;

    public static GradingPart Read(PackNode node)
    {
        node.Object("id", "title", "pick", "fewestPasses", "preferred", "grades", "failing", "fromYear", "untilYear", "citations");
        var pick = node.Text("pick") switch { "middle" or "" => GradePick.Middle, "lowest" => GradePick.Lowest, "highest" => GradePick.Highest, _ => node.Wrong("pick", "packs.error.pick", GradePick.Middle) };
        return new(
            PackReader.Named(node, "id"), node.Words("title"), pick, node.Number("fewestPasses", 1, GradeDistribution.MostPasses), node.Flag("preferred", false), HomeOf(node), node.Texts("citations"));
    }

    /// <summary>What an example says: <c>theirs</c> and <c>ours</c> as <c>A 22; B 78</c>, a <c>grade</c> of theirs, by the <c>grading</c> of the pack.</summary>
    public static string Convert(Pack pack, IReadOnlyDictionary<string, string> given) =>
        Written(given["theirs"]).Convert(given["grade"], Written(given["ours"]), pack.Gradings.First(g => g.Id == given["grading"]).Pick)?.Chosen ?? "";

    private static KnownDistribution? HomeOf(PackNode node)
    {
        var shares = node.List("grades", grade =>
        {
            grade.Object("grade", "passes");
            return new GradeShare(grade.Text("grade", longest: LongestGrade), grade.Number("passes", 1, GradeDistribution.MostPasses));
        });
        if (shares.Count == 0) return null;
        if (shares.Count > GradeDistribution.MostGrades || shares.DistinctBy(s => s.Grade, StringComparer.OrdinalIgnoreCase).Count() != shares.Count)
            return node.Wrong<KnownDistribution?>("grades", "packs.error.grades", null, GradeDistribution.MostGrades);
        var (from, until) = (node.Number("fromYear", 1950, 2200), node.Number("untilYear", 1950, 2200));
        return until < from ? node.Wrong<KnownDistribution?>("untilYear", "packs.error.order", null) : new(new(shares), node.Texts("failing"), from, until);
    }

    private static GradeDistribution Written(string text) => new([.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.LastIndexOf(' ') is > 0 and var at ? new GradeShare(p[..at].Trim(), int.Parse(p[(at + 1)..], CultureInfo.InvariantCulture)) : throw new FormatException(p))]);
}
