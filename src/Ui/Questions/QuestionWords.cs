using System.Globalization;
using Entente.Foundation.Files;
using Entente.Foundation.Questions;
using Entente.Foundation.Texts;

namespace Entente.Ui.Questions;

/// <summary>Says questions, their limits, their conditions and their answers in words of the reader's language.</summary>
public sealed class QuestionWords(TextCatalog texts)
{
    /// <summary>The limits of a question, as a sentence under its help; empty where there are none worth saying.</summary>
    public string HintOf(Question question) => string.Join(Between, HintsOf(question).Where(h => h.Length > 0));

    /// <summary>What stands between two sentences: nothing in Chinese.</summary>
    public static string Between => Language.Current == Language.Chinese ? "" : " ";

    /// <summary>When a question is asked.</summary>
    public string WhenOf(FormContent content, Condition when)
    {
        if (content.Find(when.On) is not { } on) return texts["forms.when.gone"];
        return texts["forms.when." + when.Kind, on.Label.ToString(), ValueOf(on, when.Value)];
    }

    /// <summary>What a condition compares with, in words.</summary>
    public string ValueOf(Question on, string value) => on.Kind switch
    {
        QuestionKind.Choice or QuestionKind.Choices => OptionOf(on, value),
        QuestionKind.Date when AnswerChecks.DayOf(value) is { } day => texts.Date(day),
        _ => value,
    };

    /// <summary>An answer in one line; a table is counted.</summary>
    public string Of(Question question, AnswerValue value)
    {
        if (!value.IsGiven) return "";
        return question.Kind switch
        {
            QuestionKind.Date => DayOf(value.Text),
            QuestionKind.Period => texts["forms.period", DayOf(value.Text), DayOf(value.Until ?? "")],
            QuestionKind.Choice or QuestionKind.Choices => string.Join(texts["forms.comma"], (value.Chosen ?? []).Select(c => c == AnswerValue.Other && value.Text.Length > 0 ? value.Text : OptionOf(question, c))
                .Concat(value.Chosen?.Contains(AnswerValue.Other, StringComparer.Ordinal) == true || value.Text.Length == 0 ? [] : [value.Text])),
            QuestionKind.File => string.Join(texts["forms.comma"], (value.Files ?? []).Select(f => f.Name)),
            QuestionKind.Table => texts.Count("forms.rows", value.Rows?.Count ?? 0),
            QuestionKind.Agreement => texts["forms.agreed"],
            _ => value.Text,
        };
    }

    /// <summary>An answer with every row of a table, in one line.</summary>
    public string InFull(Question question, AnswerValue value) => question.Kind != QuestionKind.Table ? Of(question, value) : string.Join("; ", (value.Rows ?? [])
        .Select(row => string.Join(texts["forms.comma"], question.Columns.Select(c => Of(c, AnswerValue.Cell(row, c.Id))).Where(cell => cell.Length > 0))));

    /// <summary>The words of a choice.</summary>
    public string OptionOf(Question question, string id) =>
        id == AnswerValue.Other ? texts["forms.other"] : question.Options.FirstOrDefault(o => o.Id == id)?.Text.ToString() ?? id;

    /// <summary>A question before a colon: without its question mark.</summary>
    public static string Plain(string label) => label.TrimEnd('?', '？', ' ');

    /// <summary>A size in words.</summary>
    public static string SizeOf(long bytes) => bytes < 1024 * 1024
        ? Math.Max(1, bytes / 1024).ToString(CultureInfo.InvariantCulture) + " KB"
        : (bytes / 1024m / 1024m).ToString("0.0", CultureInfo.InvariantCulture) + " MB";

    private IEnumerable<string> HintsOf(Question question)
    {
        switch (question.Kind)
        {
            case QuestionKind.Text or QuestionKind.Lines:
                yield return question.Longest is { } longest ? texts["forms.hint.longest", longest] : "";
                yield return question.MostWords is { } words ? texts["forms.hint.words", words] : "";
                break;
            case QuestionKind.Number:
                yield return question switch
                {
                    { Least: { } least, Most: { } most } => texts["forms.hint.between", least, most],
                    { Least: { } least } => texts["forms.hint.least", least],
                    { Most: { } most } => texts["forms.hint.most", most],
                    _ => "",
                };
                yield return question.Decimals == 0 ? texts["forms.hint.whole"] : texts["forms.hint.decimals", question.Decimals];
                break;
            case QuestionKind.Date or QuestionKind.Period:
                yield return question switch
                {
                    { Earliest: { } first, Latest: { } last } => texts["forms.hint.days", texts.Date(first), texts.Date(last)],
                    { Earliest: { } first } => texts["forms.hint.earliest", texts.Date(first)],
                    { Latest: { } last } => texts["forms.hint.latest", texts.Date(last)],
                    _ => "",
                };
                break;
            case QuestionKind.Choices:
                yield return question switch
                {
                    { FewestChosen: { } few, MostChosen: { } many } => texts["forms.hint.choose", few, many],
                    { FewestChosen: { } few } => texts["forms.hint.choose.least", few],
                    { MostChosen: { } many } => texts["forms.hint.choose.most", many],
                    _ => texts["forms.hint.choose.any"],
                };
                break;
            case QuestionKind.File:
                var kinds = question.FileKinds.Count == 0 ? FileRules.Documents.Names : string.Join(texts["forms.comma"], question.FileKinds);
                yield return texts.Count("forms.hint.files", question.MostFiles, kinds, question.Megabytes);
                break;
            case QuestionKind.Table:
                yield return question.FewestRows > 0 ? texts["forms.hint.rows", question.FewestRows, question.MostRows] : texts["forms.hint.rows.most", question.MostRows];
                break;
        }
    }

    private string DayOf(string typed) => AnswerChecks.DayOf(typed) is { } day ? texts.Date(day) : typed;
}
