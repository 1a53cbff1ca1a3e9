using System.Globalization;
using System.Text;
using Entente.Foundation.Web;

namespace Entente.Foundation.Questions;

/// <summary>Holds answers against what the questions ask; only of questions that are asked.</summary>
public static class AnswerChecks
{
    /// <summary>What is missing or wrong, by the name of its field, in the order of the questions.</summary>
    public static IReadOnlyList<FieldError> Of(FormContent content, AnswerContent answers)
    {
        var asked = Conditions.Asked(content, answers);
        var errors = new List<FieldError>();
        foreach (var question in content.Questions.Where(q => asked.Contains(q.Id))) Check(question, answers.Of(question.Id), question.Id, errors);
        return errors;
    }

    /// <summary>The answers as they are kept once they are submitted: of asked questions only, numbers in one way of writing, texts trimmed.</summary>
    public static AnswerContent Settled(FormContent content, AnswerContent answers)
    {
        var kept = Conditions.Kept(content, answers);
        foreach (var question in content.Questions.Where(q => kept.Values.ContainsKey(q.Id))) kept = kept.With(question.Id, Settled(question, kept.Of(question.Id)));
        return kept;
    }

    /// <summary>A number as people type it; none where it is not one.</summary>
    public static decimal? NumberOf(string typed) =>
        decimal.TryParse(typed.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A day as browsers send it; none where it is not one.</summary>
    public static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact((typed ?? "").Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>How many words a text has: words of letters, and every Han character as one.</summary>
    public static int WordsOf(string text)
    {
        var (words, within) = (0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var isHan = rune.Value is (>= 0x3400 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff);
            var isPart = !isHan && (Rune.IsLetterOrDigit(rune) || (within && rune.Value is '\'' or '-' or '’'));
            if (isHan || (isPart && !within)) words++;
            within = isPart;
        }

        return words;
    }

    /// <summary>How many characters a text has, as a person counts them.</summary>
    public static int CharactersOf(string text) => text.EnumerateRunes().Count();

    private static void Check(Question question, AnswerValue value, string field, List<FieldError> errors)
    {
        if (!value.IsGiven)
        {
            if (question.Kind == QuestionKind.Table && question.FewestRows > 0) errors.Add(new(field, "questions.wrong.rows.few", question.FewestRows));
            else if (question.Required) errors.Add(new(field, MissingKey(question.Kind)));
            return;
        }

        switch (question.Kind)
        {
            case QuestionKind.Text or QuestionKind.Lines:
                CheckText(question, value.Text, field, errors);
                break;
            case QuestionKind.Number:
                CheckNumber(question, value.Text, field, errors);
                break;
            case QuestionKind.Date:
                CheckDay(question, value.Text, field, errors);
                break;
            case QuestionKind.Period:
                var (from, until) = (CheckDay(question, value.Text, field, errors), CheckDay(question, value.Until, AnswerReading.UntilOf(field), errors));
                if (until < from) errors.Add(new(AnswerReading.UntilOf(field), "questions.wrong.until"));
                break;
            case QuestionKind.Choice or QuestionKind.Choices:
                CheckChosen(question, value, field, errors);
                break;
            case QuestionKind.File:
                if (value.Files!.Count > question.MostFiles) errors.Add(new(field, "questions.wrong.files", question.MostFiles));
                break;
            case QuestionKind.Table:
                CheckRows(question, value.Rows!, field, errors);
                break;
            case QuestionKind.Agreement:
                if (value.Statement is null || !question.Statement.Texts.Values.Contains(value.Statement, StringComparer.Ordinal)) errors.Add(new(field, "questions.wrong.statement"));
                break;
        }
    }

    private static void CheckText(Question question, string text, string field, List<FieldError> errors)
    {
        var longest = Math.Min(question.Longest ?? int.MaxValue, question.Kind == QuestionKind.Text ? FormLimits.Line : FormLimits.Answer);
        if (CharactersOf(text) is var characters && characters > longest) errors.Add(new(field, "form.too-long", longest, characters));
        if (question.MostWords is { } most && WordsOf(text) is var words && words > most) errors.Add(new(field, "questions.wrong.words", most, words));
    }

    private static void CheckNumber(Question question, string typed, string field, List<FieldError> errors)
    {
        if (NumberOf(typed) is not { } number) errors.Add(new(field, "questions.wrong.number"));
        else if (number < question.Least || number > question.Most)
        {
            errors.Add(question switch
            {
                { Least: { } least, Most: { } most } => new(field, "questions.wrong.between", least, most),
                { Least: { } least } => new(field, "questions.wrong.least", least),
                _ => new(field, "questions.wrong.most", question.Most),
            });
        }
        else if (decimal.Round(number, question.Decimals) != number) errors.Add(question.Decimals == 0 ? new(field, "questions.wrong.whole") : new(field, "questions.wrong.decimals", question.Decimals));
    }

    private static DateOnly? CheckDay(Question question, string? typed, string field, List<FieldError> errors)
    {
        if (DayOf(typed) is not { } day) errors.Add(new(field, "form.date"));
        else if (day < question.Earliest || day > question.Latest)
        {
            errors.Add(question switch
            {
                { Earliest: { } first, Latest: { } last } => new(field, "questions.wrong.days", Iso(first), Iso(last)),
                { Earliest: { } first } => new(field, "questions.wrong.earliest", Iso(first)),
                _ => new(field, "questions.wrong.latest", Iso(question.Latest!.Value)),
            });
        }
        else return day;
        return null;
    }

    private static void CheckChosen(Question question, AnswerValue value, string field, List<FieldError> errors)
    {
        var chosen = value.Chosen ?? [];
        var isOther = chosen.Contains(AnswerValue.Other, StringComparer.Ordinal);
        if (chosen.Any(c => c != AnswerValue.Other && question.Options.All(o => o.Id != c)) || (isOther && !question.Other)) errors.Add(new(field, "form.choice"));
        else if (isOther && value.Text.Length == 0) errors.Add(new(AnswerReading.OtherOf(field), "questions.wrong.other"));
        else if (!isOther && value.Text.Length > 0) errors.Add(new(field, "questions.wrong.other.unchosen"));
        else if (question.Kind == QuestionKind.Choice && chosen.Count > 1) errors.Add(new(field, "questions.wrong.one"));
        else if (question.Kind == QuestionKind.Choices && chosen.Count < question.FewestChosen) errors.Add(new(field, "questions.wrong.chosen.few", question.FewestChosen));
        else if (question.Kind == QuestionKind.Choices && chosen.Count > question.MostChosen) errors.Add(new(field, "questions.wrong.chosen.many", question.MostChosen));
        if (CharactersOf(value.Text) is var length && length > (question.Longest ?? FormLimits.Option)) errors.Add(new(AnswerReading.OtherOf(field), "form.too-long", question.Longest ?? FormLimits.Option, length));
    }

    private static void CheckRows(Question table, IReadOnlyList<IReadOnlyDictionary<string, AnswerValue>> rows, string field, List<FieldError> errors)
    {
        if (rows.Count < table.FewestRows) errors.Add(new(field, "questions.wrong.rows.few", table.FewestRows));
        if (rows.Count > table.MostRows) errors.Add(new(field, "questions.wrong.rows.many", table.MostRows));
        for (var row = 0; row < rows.Count; row++)
            foreach (var column in table.Columns) Check(column, AnswerValue.Cell(rows[row], column.Id), AnswerReading.CellOf(field, row, column.Id), errors);
    }

    private static AnswerValue Settled(Question question, AnswerValue value) => question.Kind switch
    {
        // Divided by one with many digits, a number loses the zeros at its end.
        QuestionKind.Number when NumberOf(value.Text) is { } number => value with { Text = Conditions.Written(number / 1.0000000000000000000000000000m) },
        QuestionKind.Table => value with { Rows = [.. value.Rows!.Select(row => Settled(question, row))] },
        _ => value,
    };

    private static IReadOnlyDictionary<string, AnswerValue> Settled(Question table, IReadOnlyDictionary<string, AnswerValue> row) => table.Columns
        .Where(c => row.ContainsKey(c.Id)).ToDictionary(c => c.Id, c => Settled(c, row[c.Id]), StringComparer.Ordinal);

    private static string MissingKey(QuestionKind kind) => kind switch
    {
        QuestionKind.Choice or QuestionKind.Choices => "questions.missing.choice",
        QuestionKind.File => "questions.missing.file",
        QuestionKind.Table => "questions.missing.rows",
        QuestionKind.Agreement => "questions.missing.agreement",
        _ => "form.required",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
