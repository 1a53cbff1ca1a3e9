using System.Globalization;

namespace Entente.Foundation.Questions;

/// <summary>A form being written, with the number its next key gets. Every step gives a new one and leaves the old as it was.</summary>
/// <param name="Content">What it asks.</param>
/// <param name="Next">The next number; never used twice, so that a key means one question for ever.</param>
public sealed record FormEditing(FormContent Content, int Next)
{
    /// <summary>A new key: <c>q7</c>.</summary>
    /// <param name="letter">q for a question or a column, s for a section, o for a choice.</param>
    public (string Id, FormEditing Then) NewId(char letter) => (letter + Next.ToString(CultureInfo.InvariantCulture), this with { Next = Next + 1 });

    /// <summary>Puts a section in place of the one of its key, or at the end; its questions stay.</summary>
    public FormEditing Put(FormSection section) => Content.Sections.Any(s => s.Id == section.Id)
        ? With(s => s.Id == section.Id ? section with { Questions = s.Questions } : s)
        : this with { Content = new([.. Content.Sections, section]) };

    /// <summary>Puts a question in place of the one of its key, or at the end of a section or of a table's columns.</summary>
    /// <param name="question">The question, or the column.</param>
    /// <param name="within">The section, or the table, that a new one is added to.</param>
    public FormEditing Put(Question question, string within)
    {
        if (Content.Find(question.Id) is not null) return Each(q => q.Id == question.Id ? question : q);
        return Content.Find(within) is { Kind: QuestionKind.Table }
            ? Each(q => q.Id == within ? q with { Columns = [.. q.Columns, question] } : q)
            : With(s => s.Id == within ? s with { Questions = [.. s.Questions, question] } : s);
    }

    /// <summary>Moves a section, a question or a column by one place; a question at the edge of its section goes to the next one.</summary>
    public FormEditing Move(string id, bool up)
    {
        if (Content.Sections.Any(s => s.Id == id)) return this with { Content = new(Moved(Content.Sections, s => s.Id == id, up)) };
        var at = Content.Sections.ToList().FindIndex(s => s.Questions.Any(q => q.Id == id));
        if (at < 0) return Each(q => q with { Columns = Moved(q.Columns, c => c.Id == id, up) });
        var section = Content.Sections[at];
        var isAtEdge = (up ? section.Questions[0] : section.Questions[^1]).Id == id;
        if (!isAtEdge) return With(s => s.Id == section.Id ? s with { Questions = Moved(s.Questions, q => q.Id == id, up) } : s);
        var to = at + (up ? -1 : 1);
        if (to < 0 || to >= Content.Sections.Count) return this;
        var question = section.Questions.Single(q => q.Id == id);
        var target = Content.Sections[to].Id;
        return With(s => s.Id == section.Id ? s with { Questions = [.. s.Questions.Where(q => q.Id != id)] }
            : s.Id == target ? s with { Questions = up ? [.. s.Questions, question] : [question, .. s.Questions] } : s);
    }

    /// <summary>Puts a copy right behind a question or a column, with keys of its own.</summary>
    public FormEditing Copy(string id)
    {
        if (Content.Find(id) is not { } question) return this;
        var (copy, then) = CopyOf(question);
        return then.Lists(list => [.. list.SelectMany(q => q.Id == id ? [q, copy] : new[] { q })]);
    }

    /// <summary>Takes a section with its questions, a question, or a column away.</summary>
    public FormEditing Remove(string id) => this with
    {
        Content = new([.. Lists(list => [.. list.Where(q => q.Id != id)]).Content.Sections.Where(s => s.Id != id)]),
    };

    private (Question Copy, FormEditing Then) CopyOf(Question question)
    {
        var (key, then) = NewId('q');
        var options = new List<QuestionOption>();
        foreach (var option in question.Options)
        {
            (var optionKey, then) = then.NewId('o');
            options.Add(option with { Id = optionKey });
        }

        var columns = new List<Question>();
        foreach (var column in question.Columns)
        {
            (var copied, then) = then.CopyOf(column);
            columns.Add(copied);
        }

        return (question with { Id = key, Options = options, Columns = columns }, then);
    }

    private FormEditing With(Func<FormSection, FormSection> change) => this with { Content = new([.. Content.Sections.Select(change)]) };

    private FormEditing Each(Func<Question, Question> change) => Lists(list => [.. list.Select(change)]);

    // Every list of questions: those of the sections, and the columns of tables.
    private FormEditing Lists(Func<IReadOnlyList<Question>, IReadOnlyList<Question>> change) =>
        With(s => s with { Questions = [.. change(s.Questions).Select(q => q.Columns.Count == 0 ? q : q with { Columns = change(q.Columns) })] });

    private static IReadOnlyList<T> Moved<T>(IReadOnlyList<T> list, Func<T, bool> which, bool up)
    {
        var moved = list.ToList();
        var at = moved.FindIndex(item => which(item));
        var to = at + (up ? -1 : 1);
        if (at >= 0 && to >= 0 && to < moved.Count) (moved[at], moved[to]) = (moved[to], moved[at]);
        return moved;
    }
}
