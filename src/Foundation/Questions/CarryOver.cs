namespace Entente.Foundation.Questions;

/// <summary>Takes answers from one version of a form to another: what still has a place goes there, the rest is kept beside.</summary>
public static class CarryOver
{
    /// <summary>What has a place in the other version, and what has none.</summary>
    public static (AnswerContent Carried, AnswerContent LeftOver) To(FormContent other, AnswerContent answers)
    {
        var (carried, left) = (AnswerContent.Empty, AnswerContent.Empty);
        foreach (var (id, value) in answers.Values)
        {
            var fits = other.Questions.FirstOrDefault(q => q.Id == id) is { } question ? Fitting(question, value) : AnswerValue.None;
            carried = carried.With(id, fits);
            if (!fits.Says(value)) left = left.With(id, value);
        }

        return (carried, left);
    }

    private static AnswerValue Fitting(Question question, AnswerValue value) => question.Kind switch
    {
        QuestionKind.Choice or QuestionKind.Choices => Chosen(question, value),
        QuestionKind.Table => Rows(question, value),
        QuestionKind.Agreement => value.Statement is { } words && question.Statement.Texts.Values.Contains(words, StringComparer.Ordinal) ? value : AnswerValue.None,
        _ => value,
    };

    private static AnswerValue Chosen(Question question, AnswerValue value)
    {
        List<string> chosen = [.. (value.Chosen ?? []).Where(c => question.Options.Any(o => o.Id == c) || (question.Other && c == AnswerValue.Other))];
        return value with { Chosen = chosen.Count == 0 ? null : chosen, Text = question.Other ? value.Text : "" };
    }

    private static AnswerValue Rows(Question table, AnswerValue value)
    {
        var rows = (value.Rows ?? []).Select(row => (IReadOnlyDictionary<string, AnswerValue>)table.Columns.Where(c => row.ContainsKey(c.Id))
            .Select(c => (c.Id, Value: Fitting(c, row[c.Id]))).Where(c => c.Value.IsGiven).ToDictionary(c => c.Id, c => c.Value, StringComparer.Ordinal)).Where(row => row.Count > 0).ToList();
        return rows.Count == 0 ? AnswerValue.None : value with { Rows = rows };
    }
}
