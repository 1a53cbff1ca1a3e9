using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Foundation.Files;

namespace Entente.Foundation.Questions;

/// <summary>What somebody answered, by question. As long as it is a draft it holds what was typed, right or wrong.</summary>
/// <param name="Values">The answers given, by the key of their question.</param>
public sealed record AnswerContent(IReadOnlyDictionary<string, AnswerValue> Values)
{
    /// <summary>Nothing answered.</summary>
    public static AnswerContent Empty { get; } = new(new Dictionary<string, AnswerValue>(StringComparer.Ordinal));

    /// <summary>The answer to a question; an empty one where none is given.</summary>
    public AnswerValue Of(string question) => Values.GetValueOrDefault(question, AnswerValue.None);

    /// <summary>The same with one answer put in place; an empty one is left out.</summary>
    public AnswerContent With(string question, AnswerValue value)
    {
        var values = new Dictionary<string, AnswerValue>(Values, StringComparer.Ordinal);
        if (value.IsGiven) values[question] = value;
        else values.Remove(question);
        return new(values);
    }

    /// <summary>The same with only the questions that are to be kept.</summary>
    public AnswerContent Only(Func<string, bool> kept) => new(Values.Where(v => kept(v.Key)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal));

    /// <summary>The canonical form: questions in the order of their keys.</summary>
    public string ToJson() => JsonSerializer.Serialize(new SortedDictionary<string, AnswerValue>(Values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal), StringComparer.Ordinal), FormContent.Form);

    /// <summary>Reads the canonical form.</summary>
    public static AnswerContent FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, AnswerValue>>(json, FormContent.Form) ?? []);
}

/// <summary>The answer to one question.</summary>
public sealed record AnswerValue
{
    /// <summary>No answer.</summary>
    public static AnswerValue None { get; } = new();

    /// <summary>What was typed: a text, a number, a day, the first day of a period; what was written beside the choices.</summary>
    public string Text { get; init; } = "";

    /// <summary>The last day of a period.</summary>
    public string? Until { get; init; }

    /// <summary>The keys of what was chosen; <see cref="Other"/> for something else.</summary>
    public IReadOnlyList<string>? Chosen { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<AnsweredFile>? Files { get; init; }

    /// <summary>The rows of a table, each by column.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, AnswerValue>>? Rows { get; init; }

    /// <summary>The statement agreed to, word for word as it was shown.</summary>
    public string? Statement { get; init; }

    /// <summary>The key of something else than the choices.</summary>
    public const string Other = "other";

    /// <summary>Whether anything was answered.</summary>
    [JsonIgnore]
    public bool IsGiven => Text.Length > 0 || Until is { Length: > 0 } || Chosen is { Count: > 0 } || Files is { Count: > 0 } || Rows is { Count: > 0 } || Statement is not null;

    /// <summary>Whether it says the same as another.</summary>
    public bool Says(AnswerValue other) => JsonSerializer.Serialize(this, FormContent.Form) == JsonSerializer.Serialize(other, FormContent.Form);

    /// <summary>The answer of one cell of a table.</summary>
    public static AnswerValue Cell(IReadOnlyDictionary<string, AnswerValue> row, string column) => row.GetValueOrDefault(column, None);
}

/// <summary>A file that was sent as an answer.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record AnsweredFile(Id<FileCard> Id, string Name, long Size);
