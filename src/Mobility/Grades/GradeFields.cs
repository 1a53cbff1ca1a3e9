using System.Globalization;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;

namespace Entente.Mobility.Grades;

/// <summary>A distribution as it was entered: rows of grade and passes, or the same pasted from a spreadsheet.</summary>
internal sealed record GradeFields(IReadOnlyList<GradeShare> Shares, IReadOnlyList<string> Failing, string Field, int FromYear, int UntilYear, string Source, int? CreditHundredths)
{
    /// <summary>Rows of the form; longer ones are pasted.</summary>
    public const int Rows = 15;

    private const int LongestPaste = 8_000;

    /// <summary>What was entered; what is wrong with it stands in the form.</summary>
    public static GradeFields Read(FormReader form, SchoolClock clock)
    {
        var pasted = form.Text("paste", LongestPaste);
        var shares = pasted.Length > 0 ? Pasted(form, pasted) : Typed(form);
        if (shares.Count == 0 && form.IsValid) form.Refuse(pasted.Length > 0 ? "paste" : "grade-0", "grades.wrong.none");
        if (shares.Count > GradeDistribution.MostGrades) form.Refuse("paste", "grades.wrong.many", GradeDistribution.MostGrades);
        if (shares.GroupBy(s => s.Grade, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice) form.Refuse(pasted.Length > 0 ? "paste" : "grade-0", "grades.wrong.twice", twice);
        var failing = form.Text("failing", 200).Split([',', ';', '，', '；', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (failing.Length > GradingTable.MostFailing || failing.Any(f => f.Length > GradingTable.LongestGrade)) form.Refuse("failing", "grades.wrong.failing", GradingTable.MostFailing, GradingTable.LongestGrade);
        if (failing.FirstOrDefault(f => shares.Any(s => string.Equals(s.Grade, f, StringComparison.OrdinalIgnoreCase))) is { } both) form.Refuse("failing", "grades.wrong.both", both);
        var (from, until) = (form.Number("from", GradingTable.EarliestYear, clock.Today.Year, required: true), form.Number("until", GradingTable.EarliestYear, clock.Today.Year, required: true));
        if (until < from) form.Refuse("until", "grades.wrong.years");
        return new(shares, failing, form.Text("field", GradingTable.LongestField), from ?? 0, until ?? 0, form.Text("source", GradingTable.LongestSource, required: true), Factor(form));
    }

    /// <summary>A factor of credits: 0.5 and 0,5 are fifty hundredths.</summary>
    private static int? Factor(FormReader form)
    {
        var typed = form.Text("credits", 10).Replace(',', '.');
        if (typed.Length == 0) return null;
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor * 100 is >= 1 and <= GradingTable.MostCreditHundredths && factor * 100 == decimal.Truncate(factor * 100))
            return (int)(factor * 100);
        form.Refuse("credits", "grades.wrong.credits", GradingTable.MostCreditHundredths / 100);
        return null;
    }

    private static List<GradeShare> Typed(FormReader form)
    {
        var shares = new List<GradeShare>();
        for (var i = 0; i < Rows; i++)
        {
            var grade = form.Text($"grade-{i}", GradingTable.LongestGrade);
            var passes = form.Number($"passes-{i}", 1, GradeDistribution.MostPasses);
            if (grade.Length == 0 && form.Raw($"passes-{i}").Trim().Length == 0) continue;
            if (grade.Length == 0) form.Refuse($"grade-{i}", "form.required");
            else if (form.Raw($"passes-{i}").Trim().Length == 0) form.Refuse($"passes-{i}", "form.required");
            if (grade.Length > 0 && passes is { } known) shares.Add(new(grade, known));
        }

        return shares;
    }

    /// <summary>A line for each grade: grade and passes with a tab, a semicolon or the last comma between. A first line that names the columns is left out.</summary>
    private static List<GradeShare> Pasted(FormReader form, string pasted)
    {
        var shares = new List<GradeShare>();
        var lines = pasted.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            var cut = lines[i].IndexOf('\t') is >= 0 and var tab ? tab : lines[i].IndexOf(';') is >= 0 and var semicolon ? semicolon : lines[i].LastIndexOf(',');
            var (grade, passes) = cut < 0 ? (lines[i], "") : (lines[i][..cut].Trim().Trim('"'), lines[i][(cut + 1)..].Trim().Trim('"'));
            var isNumber = int.TryParse(passes, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            if (i == 0 && !isNumber && !passes.Any(char.IsAsciiDigit) && cut >= 0) continue;
            if (!isNumber || number is < 1 or > GradeDistribution.MostPasses || grade.Length is 0 or > GradingTable.LongestGrade)
            {
                form.Refuse("paste", "grades.wrong.line", i + 1, lines[i].Length > 40 ? lines[i][..40] + "…" : lines[i], GradeDistribution.MostPasses);
                return [];
            }

            shares.Add(new(grade, number));
        }

        return shares;
    }
}
