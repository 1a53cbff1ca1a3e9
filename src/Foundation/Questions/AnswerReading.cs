using Entente.Foundation.Files;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;

namespace Entente.Foundation.Questions;

/// <summary>Reads what a page of a form sent, as it was typed. Only what the page asks is read; the rest stays as it was.</summary>
public static class AnswerReading
{
    /// <summary>The name under which the words beside the choices are sent.</summary>
    public static string OtherOf(string field) => field + ".other";

    /// <summary>The name under which the last day of a period is sent.</summary>
    public static string UntilOf(string field) => field + ".until";

    /// <summary>The name under which files to be taken away are sent.</summary>
    public static string DropOf(string field) => field + ".drop";

    /// <summary>The name of a cell of a table.</summary>
    public static string CellOf(string table, int row, string column) => $"{table}.{row}.{column}";

    /// <summary>What the page says, over what was said before. Texts beyond every limit are cut and noted as too long.</summary>
    /// <param name="form">The page as it was sent.</param>
    /// <param name="questions">The questions the page asked.</param>
    /// <param name="before">What was said before.</param>
    /// <param name="language">The language the page was in: that of a statement agreed to.</param>
    public static AnswerContent Read(FormReader form, IEnumerable<Question> questions, AnswerContent before, Language language)
    {
        var read = before;
        foreach (var question in questions)
        {
            var value = question.Kind switch
            {
                QuestionKind.File => WithoutDropped(form, question, before.Of(question.Id)),
                QuestionKind.Table => Table(form, question),
                QuestionKind.Agreement => Agreed(form, question, before.Of(question.Id), language),
                _ => Simple(form, question, question.Id),
            };
            read = read.With(question.Id, value);
        }

        return read;
    }

    private static AnswerValue Simple(FormReader form, Question question, string field) => question.Kind switch
    {
        QuestionKind.Choice or QuestionKind.Choices => Chosen(form, question, field),
        QuestionKind.Period => new() { Text = Typed(form, field, FormLimits.Line), Until = Or(Typed(form, UntilOf(field), FormLimits.Line)) },
        QuestionKind.Lines => new() { Text = Typed(form, field, FormLimits.Answer).ReplaceLineEndings("\n") },
        _ => new() { Text = Typed(form, field, FormLimits.Line) },
    };

    private static AnswerValue Chosen(FormReader form, Question question, string field)
    {
        var known = question.Options.Select(o => o.Id).Concat(question.Other ? [AnswerValue.Other] : []).ToList();
        var chosen = known.Where(form.All(field).Contains).ToList();
        var other = question.Other ? Typed(form, OtherOf(field), FormLimits.Line) : "";
        return chosen.Count == 0 && other.Length == 0 ? AnswerValue.None : new() { Chosen = chosen.Count == 0 ? null : chosen, Text = other };
    }

    private static AnswerValue Table(FormReader form, Question table)
    {
        var rows = new List<IReadOnlyDictionary<string, AnswerValue>>();
        for (var row = 0; row < Math.Min(table.MostRows, FormLimits.Rows); row++)
        {
            var cells = table.Columns.Select(c => (c.Id, Value: Simple(form, c, CellOf(table.Id, row, c.Id)))).Where(c => c.Value.IsGiven)
                .ToDictionary(c => c.Id, c => c.Value, StringComparer.Ordinal);
            if (cells.Count > 0) rows.Add(cells);
        }

        return rows.Count == 0 ? AnswerValue.None : new() { Rows = rows };
    }

    // The words agreed to are those on the page; a box left ticked keeps the words, and the language, of the day it was ticked.
    private static AnswerValue Agreed(FormReader form, Question question, AnswerValue before, Language language) =>
        !form.Flag(question.Id) ? AnswerValue.None
        : before.Statement is { } words && question.Statement.Texts.Values.Contains(words, StringComparer.Ordinal) ? before
        : new() { Statement = question.Statement.In(language.Tag), Text = language.Tag };

    private static AnswerValue WithoutDropped(FormReader form, Question question, AnswerValue before)
    {
        var dropped = form.All(DropOf(question.Id)).ToHashSet(StringComparer.Ordinal);
        List<AnsweredFile> left = [.. (before.Files ?? []).Where(f => !dropped.Contains(f.Id.ToString()))];
        return left.Count == 0 ? AnswerValue.None : new() { Files = left };
    }

    private static string Typed(FormReader form, string field, int most)
    {
        var value = form.Text(field, most);
        return value.Length > most ? value[..most] : value;
    }

    private static string? Or(string text) => text.Length > 0 ? text : null;
}
