using System.Globalization;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Records;

namespace Entente.Mobility.Stays;

/// <summary>Reads a study plan from its form, and says what one version has that another has not.</summary>
internal static class PlanFields
{
    private const int LongestCode = 40;
    private const int LongestTitle = 200;
    private const int MostCredits = 120;

    public static StudyPlanContent Read(FormReader form)
    {
        var courses = new List<PlannedCourse>();
        for (var i = 0; i < StudyPlanContent.MostCourses; i++)
        {
            var (code, title, instead) = (form.Text($"code-{i}", LongestCode), form.Text($"title-{i}", LongestTitle), form.Text($"for-{i}", LongestTitle));
            var credits = Credits(form, $"credits-{i}");
            if (code.Length + title.Length + instead.Length == 0 && credits is null) continue;
            if (title.Length == 0) form.Refuse($"title-{i}", "form.required");
            if (credits is null && form.Raw($"credits-{i}").Trim().Length == 0) form.Refuse($"credits-{i}", "form.required");
            courses.Add(new(code, title, credits ?? 0, instead));
        }

        var research = form.Text("research", StudyPlanContent.LongestResearch).ReplaceLineEndings("\n");
        if (courses.Count == 0 && research.Length == 0) form.Refuse("research", "plans.wrong.empty");
        return new(courses, research);
    }

    /// <summary>Credits as tenths: 7.5 and 7,5 are 75.</summary>
    public static int? Credits(FormReader form, string field)
    {
        var typed = form.Text(field, 10).Replace(',', '.');
        if (typed.Length == 0) return null;
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var credits) && credits is >= 0 and <= MostCredits && credits * 10 == decimal.Truncate(credits * 10)) return (int)(credits * 10);
        form.Refuse(field, "plans.wrong.credits", MostCredits);
        return null;
    }

    public static string Written(int tenths) => (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>What changed: the courses as sentences, the research word by word.</summary>
    public static PlanChange Between(StudyPlanContent before, StudyPlanContent after, TextCatalog texts)
    {
        var sentences = new List<string>();
        var was = before.Courses.ToLookup(Key, StringComparer.OrdinalIgnoreCase);
        var now = after.Courses.ToLookup(Key, StringComparer.OrdinalIgnoreCase);
        sentences.AddRange(before.Courses.Where(c => !now.Contains(Key(c))).Select(c => texts["plans.diff.gone", c.Title]));
        foreach (var course in after.Courses)
        {
            if (was[Key(course)].FirstOrDefault() is not { } old) sentences.Add(texts["plans.diff.new", course.Title, Written(course.Credits)]);
            else
            {
                if (old.Title != course.Title) sentences.Add(texts["plans.diff.title", old.Title, course.Title]);
                if (old.Credits != course.Credits) sentences.Add(texts["plans.diff.credits", course.Title, Written(old.Credits), Written(course.Credits)]);
                if (old.For != course.For) sentences.Add(texts["plans.diff.for", course.Title, old.For.Length > 0 ? old.For : texts["plans.elective"], course.For.Length > 0 ? course.For : texts["plans.elective"]]);
            }
        }

        return new(sentences, before.Research == after.Research ? [] : ProseChange.Parts(before.Research, after.Research, after.Research.Any(c => c >= 0x2E80) ? Language.Chinese : Language.English));
    }

    private static string Key(PlannedCourse course) => course.Code.Length > 0 ? course.Code : course.Title;
}

/// <summary>What one version of a plan has that the one before has not.</summary>
public sealed record PlanChange(IReadOnlyList<string> Sentences, IReadOnlyList<ProsePiece> Research);
