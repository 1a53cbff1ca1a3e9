using System.Globalization;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Questions;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Forms;

namespace Entente.Ui.Questions;

/// <summary>Reads the page of a question: words, limits that fit each other, choices that keep their keys, a condition on an earlier question.</summary>
internal static class QuestionForm
{
    private const int LeastOptions = 4;

    /// <summary>Whether a kind can stand in a table.</summary>
    public static bool MayBeColumn(QuestionKind kind) => kind is not (QuestionKind.File or QuestionKind.Table or QuestionKind.Agreement);

    /// <summary>How many lines for choices were on the page.</summary>
    public static int OptionsShown(FormReader sent) => Math.Min(FormLimits.Options, sent.Fields.Count(f => f.StartsWith("option-", StringComparison.Ordinal) && f.EndsWith("-en", StringComparison.Ordinal)));

    /// <summary>How many lines for choices a page shows.</summary>
    public static int OptionsFor(Question question, FormReader sent, int atLeast) =>
        Math.Clamp(Math.Max(Math.Max(question.Options.Count + 2, LeastOptions), Math.Max(atLeast, OptionsShown(sent))), LeastOptions, FormLimits.Options);

    public static (Question Written, FormEditing Then) Read(FormReader sent, Question question, FormEditing editing, IReadOnlyList<Question> before, TextCatalog texts)
    {
        var written = new Question
        {
            Id = question.Id,
            Kind = question.Kind,
            Columns = question.Columns,
            Label = EachLanguage.Of(sent, "label", FormLimits.Label),
            Help = EachLanguage.Of(sent, "help", FormLimits.Help),
            Required = sent.Flag("required"),
            When = WhenOf(sent, before, texts),
        };
        if (written.Label.Texts.Count == 0) sent.Refuse("label-en", "form.required");
        switch (question.Kind)
        {
            case QuestionKind.Text or QuestionKind.Lines:
                var most = question.Kind == QuestionKind.Text ? FormLimits.Line : FormLimits.Answer;
                return (written with { Longest = sent.Number("longest", 1, most), MostWords = sent.Number("words", 1, most) }, editing);
            case QuestionKind.Number:
                var (least, largest) = (Decimal(sent, "least"), Decimal(sent, "most"));
                if (largest < least) sent.Refuse("most", "forms.wrong.most");
                return (written with { Least = least, Most = largest, Decimals = sent.Number("decimals", 0, 6) ?? 0 }, editing);
            case QuestionKind.Date or QuestionKind.Period:
                var (earliest, latest) = (sent.Date("earliest"), sent.Date("latest"));
                if (latest < earliest) sent.Refuse("latest", "forms.wrong.latest");
                return (written with { Earliest = earliest, Latest = latest }, editing);
            case QuestionKind.Choice or QuestionKind.Choices:
                (var options, editing) = OptionsOf(sent, question, editing);
                var (fewest, many) = question.Kind == QuestionKind.Choices ? (sent.Number("fewest", 1, FormLimits.Options), sent.Number("many", 1, FormLimits.Options)) : (null, null);
                if (many < fewest) sent.Refuse("many", "forms.wrong.many");
                return (written with { Options = options, Other = sent.Flag("other"), FewestChosen = fewest, MostChosen = many }, editing);
            case QuestionKind.File:
                return (written with
                {
                    FileKinds = [.. StoredKind.All.Select(k => k.Name).Where(n => sent.All("kinds").Contains(n, StringComparer.Ordinal))],
                    Megabytes = sent.Number("megabytes", 1, FormLimits.Megabytes) ?? FormLimits.UsualMegabytes,
                    MostFiles = sent.Number("files", 1, FormLimits.Files) ?? 1,
                }, editing);
            case QuestionKind.Table:
                var (few, rows) = (sent.Number("rows-fewest", 0, FormLimits.Rows) ?? 0, sent.Number("rows-most", 1, FormLimits.Rows) ?? FormLimits.UsualRows);
                if (rows < few) sent.Refuse("rows-most", "forms.wrong.rows");
                return (written with { FewestRows = few, MostRows = rows }, editing);
            default:
                return (written with { Statement = EachLanguage.Of(sent, "statement", FormLimits.Help) }, editing);
        }
    }

    private static (IReadOnlyList<QuestionOption> Options, FormEditing Then) OptionsOf(FormReader sent, Question question, FormEditing editing)
    {
        var options = new List<QuestionOption>();
        for (var i = 0; i < FormLimits.Options; i++)
        {
            var text = EachLanguage.Of(sent, $"option-{i}", FormLimits.Option);
            if (text.Texts.Count == 0) continue;
            var key = sent.Raw($"option-{i}-id");
            if (question.Options.All(o => o.Id != key) || options.Exists(o => o.Id == key)) (key, editing) = editing.NewId('o');
            options.Add(new(key, text));
        }

        return (options, editing);
    }

    private static Condition? WhenOf(FormReader sent, IReadOnlyList<Question> before, TextCatalog texts)
    {
        var on = sent.Raw("when");
        if (on.Length == 0) return null;
        if (before.FirstOrDefault(q => q.Id == on) is not { } question)
        {
            sent.Refuse("when", "questions.problem.when.later");
            return null;
        }

        var kind = sent.Choice("when-kind", Conditions.For(question.Kind)[0]);
        var value = question.Kind is QuestionKind.Choice or QuestionKind.Choices ? OptionNamed(question, sent.Text("when-value", FormLimits.Option), texts) : sent.Text("when-value", FormLimits.Option);
        var condition = new Condition(on, kind, kind is ConditionKind.Given or ConditionKind.Missing ? "" : value);
        if (FormChecks.ConditionProblem(condition, before) is { } key) sent.Refuse(key.EndsWith(".kind", StringComparison.Ordinal) ? "when-kind" : "when-value", key);
        return condition;
    }

    // A choice is compared by its key; written in words of either language it is found as well.
    private static string OptionNamed(Question question, string typed, TextCatalog texts) =>
        question.Other && Language.All.Any(l => string.Equals(texts.In(l, "forms.other"), typed, StringComparison.OrdinalIgnoreCase)) ? AnswerValue.Other :
        question.Options.FirstOrDefault(o => o.Id == typed || o.Text.Texts.Values.Any(t => string.Equals(t, typed, StringComparison.OrdinalIgnoreCase)))?.Id ?? typed;

    private static decimal? Decimal(FormReader sent, string field)
    {
        var typed = sent.Text(field, 20);
        if (typed.Length == 0) return null;
        if (AnswerChecks.NumberOf(typed) is { } number && Math.Abs(number) < 1_000_000_000_000m) return number;
        sent.Refuse(field, "questions.wrong.number");
        return null;
    }
}
