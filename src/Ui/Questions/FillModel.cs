using System.Globalization;
using Entente.Foundation.Questions;
using Entente.Foundation.Web;

namespace Entente.Ui.Questions;

/// <summary>What a page of a form that is filled in shows.</summary>
/// <param name="FormCard">The form.</param>
/// <param name="Subject">What it is for.</param>
/// <param name="Who">Who answers.</param>
/// <param name="Address">Where the pages are.</param>
/// <param name="Version">The version answered.</param>
/// <param name="Latest">The latest version.</param>
/// <param name="Answer">What is kept so far; none: nothing yet.</param>
public sealed record FillModel(FormCard FormCard, FormSubject Subject, Respondent Who, string Address, FormVersionCard Version, FormVersionCard Latest, AnswerCard? Answer)
{
    /// <summary>What the page shows as said: what is kept, or what was just sent.</summary>
    public AnswerContent Said { get; init; } = AnswerContent.Empty;

    /// <summary>The state of the draft the page is made from.</summary>
    public int Token { get; init; }

    /// <summary>The section shown, from 0.</summary>
    public int Section { get; init; }

    /// <summary>The page as it was sent.</summary>
    public FormReader Form { get; init; } = FormReader.Empty;

    /// <summary>Whether the last day has passed.</summary>
    public bool IsOver { get; init; }

    /// <summary>Whether the draft was just saved.</summary>
    public bool WasSaved { get; init; }

    /// <summary>Whether the draft was just carried over.</summary>
    public bool WasCarried { get; init; }

    /// <summary>Whether the draft was changed elsewhere, so that nothing was done.</summary>
    public bool WasChanged { get; init; }

    /// <summary>The questions that were answered otherwise elsewhere meanwhile.</summary>
    public IReadOnlyList<Question> Elsewhere { get; init; } = [];

    /// <summary>What stands elsewhere.</summary>
    public AnswerContent Stored { get; init; } = AnswerContent.Empty;

    /// <summary>Whether a later version is published than the one answered.</summary>
    public bool IsBehind => Version.Number < Latest.Number;

    /// <summary>The section that is shown.</summary>
    public FormSection Shown => Version.Content.Sections[Section];

    /// <summary>What the page asks: a question whose condition is decided on an earlier page only where it holds, one decided on this page always.</summary>
    public IReadOnlyList<Question> Asked
    {
        get
        {
            var asked = Conditions.Asked(Version.Content, Said);
            var here = new HashSet<string>(StringComparer.Ordinal);
            foreach (var question in Shown.Questions)
            {
                var isDecidedHere = question.When is { } when && Shown.Questions.Any(q => q.Id == when.On);
                if (isDecidedHere ? here.Contains(question.When!.On) : asked.Contains(question.Id)) here.Add(question.Id);
            }

            return [.. Shown.Questions.Where(q => here.Contains(q.Id))];
        }
    }

    /// <summary>The condition to show beside a question: one that is decided on this page.</summary>
    public Condition? WhenOf(Question question) => question.When is { } when && Shown.Questions.Any(q => q.Id == when.On) ? when : null;

    /// <summary>The sections that ask anything, given what is said; the one shown always.</summary>
    public IReadOnlyList<int> Pages
    {
        get
        {
            var asked = Conditions.Asked(Version.Content, Said);
            return [.. Enumerable.Range(0, Version.Content.Sections.Count).Where(i => i == Section || Version.Content.Sections[i].Questions.Any(q => asked.Contains(q.Id)))];
        }
    }

    /// <summary>Where whoever answers fetches a file sent before: through the link itself, or signed in.</summary>
    public string FileAddress(AnsweredFile file) => Who.Visit is { } visit ? visit.FileAddress(file.Id.ToString()) : "/files/" + file.Id;

    /// <summary>Where a section is.</summary>
    public string PageAddress(int section) => Address + "?page=" + (section + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Where everything is checked before it is submitted.</summary>
    public string CheckAddress => Address + "?page=check";

    /// <summary>Where a field is: its section, and its place there.</summary>
    public string FieldAddress(string field)
    {
        var question = field.Split('.')[0];
        var section = Version.Content.Sections.ToList().FindIndex(s => s.Questions.Any(q => q.Id == question));
        return section < 0 ? CheckAddress : PageAddress(section) + "#" + Forms.FieldBase.IdOf(field);
    }
}
