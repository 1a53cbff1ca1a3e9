using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Mobility.Grades;

/// <summary>Says why a grade became another, with the numbers it was decided by.</summary>
internal static class GradeWords
{
    /// <summary>The grade there with its stretch, the grades here that lie in it, and which was taken.</summary>
    public static LocalizedText How(TextCatalog texts, GradeLine line, KnownDistribution theirs, KnownDistribution home, GradePick pick, GradeMatch match)
    {
        var there = texts.InEach(match.From == 0 ? "grades.how.best" : "grades.how.between", line.Name, match.Grade, Percent(match.From), Percent(match.Until), theirs.Passed.Total, line.Years);
        var here = match.Best == match.Worst ? texts.InEach("grades.how.one", match.Chosen, home.Passed.Total, home.Years)
            : texts.InEach("grades.how." + pick.ToString().ToLowerInvariant(), match.Best, match.Worst, match.Chosen, Percent(match.Middle), home.Passed.Total, home.Years);
        return texts.InEach("grades.how", there, here);
    }

    /// <summary>A factor of credits: fifty hundredths are 0.5.</summary>
    public static string Factor(int hundredths) => (hundredths / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    public static string Percent(decimal percent) => percent.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
