using Entente.Foundation.Data;

namespace Entente.Foundation.Questions;

/// <summary>
/// One question of a form, or one column of a table. Its key stays the same in every version of the form, so that answers, columns of exports and
/// differences refer to it. Limits that do not belong to its kind are ignored.
/// </summary>
public sealed record Question
{
    /// <summary>The key within the form: <c>q7</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How it is answered; never changed once it stands in a published version.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The question itself.</summary>
    public LocalizedText Label { get; init; } = LocalizedText.Empty;

    /// <summary>What helps to answer it.</summary>
    public LocalizedText Help { get; init; } = LocalizedText.Empty;

    /// <summary>Whether nothing can be submitted without an answer to it.</summary>
    public bool Required { get; init; }

    /// <summary>When it is asked at all; none: always.</summary>
    public Condition? When { get; init; }

    /// <summary>The longest text, in characters.</summary>
    public int? Longest { get; init; }

    /// <summary>The most words; a Han character counts as a word.</summary>
    public int? MostWords { get; init; }

    /// <summary>The smallest number taken.</summary>
    public decimal? Least { get; init; }

    /// <summary>The largest number taken.</summary>
    public decimal? Most { get; init; }

    /// <summary>How many digits may follow the decimal point.</summary>
    public int Decimals { get; init; }

    /// <summary>The first day taken.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day taken.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<QuestionOption> Options { get; init; } = [];

    /// <summary>Whether something else can be written beside the choices.</summary>
    public bool Other { get; init; }

    /// <summary>How many must be chosen, where several can be.</summary>
    public int? FewestChosen { get; init; }

    /// <summary>How many may be chosen.</summary>
    public int? MostChosen { get; init; }

    /// <summary>The names of the kinds of file taken (<see cref="Files.StoredKind.Name"/>); none: every kind an office files.</summary>
    public IReadOnlyList<string> FileKinds { get; init; } = [];

    /// <summary>The largest file, in megabytes.</summary>
    public int Megabytes { get; init; } = FormLimits.UsualMegabytes;

    /// <summary>How many files are taken.</summary>
    public int MostFiles { get; init; } = 1;

    /// <summary>The columns of a table; none of them is a file, a table or an agreement.</summary>
    public IReadOnlyList<Question> Columns { get; init; } = [];

    /// <summary>How many rows a table must have.</summary>
    public int FewestRows { get; init; }

    /// <summary>How many rows a table may have.</summary>
    public int MostRows { get; init; } = FormLimits.UsualRows;

    /// <summary>The statement that is agreed to, word for word.</summary>
    public LocalizedText Statement { get; init; } = LocalizedText.Empty;
}

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    Lines,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>From one day to another.</summary>
    Period,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>Any of several.</summary>
    Choices,

    /// <summary>Files.</summary>
    File,

    /// <summary>Rows of columns.</summary>
    Table,

    /// <summary>Agreement to a statement.</summary>
    Agreement,
}

/// <summary>Something that can be chosen.</summary>
/// <param name="Id">The key within the form, the same in every version.</param>
/// <param name="Text">Its words.</param>
public sealed record QuestionOption(string Id, LocalizedText Text);

/// <summary>When a question is asked: depending on the answer to one that stands before it.</summary>
/// <param name="On">The question it depends on.</param>
/// <param name="Kind">What must hold of its answer.</param>
/// <param name="Value">What it is held against: an option's key, a number, a day, a text.</param>
public sealed record Condition(string On, ConditionKind Kind, string Value = "");

/// <summary>What must hold of an answer. Of a question that is itself not asked, nothing holds.</summary>
public enum ConditionKind
{
    /// <summary>It is given.</summary>
    Given,

    /// <summary>It is not given.</summary>
    Missing,

    /// <summary>It equals the value; of several choices, it is that one alone.</summary>
    Is,

    /// <summary>It is given and does not equal the value.</summary>
    IsNot,

    /// <summary>The value is among those chosen, or stands within the text.</summary>
    Contains,
}

/// <summary>A part of a form: a page of its own where it is filled in.</summary>
/// <param name="Id">The key within the form.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Help">What stands under the heading.</param>
/// <param name="Questions">Its questions, in order.</param>
public sealed record FormSection(string Id, LocalizedText Title, LocalizedText Help, IReadOnlyList<Question> Questions);
