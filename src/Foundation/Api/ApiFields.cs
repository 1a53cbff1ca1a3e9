using System.Text.Json;
using Entente.Foundation.Texts;
using Microsoft.Extensions.Primitives;

namespace Entente.Foundation.Api;

/// <summary>What a field of a body holds.</summary>
internal enum ApiFieldKind
{
    Text,
    Number,
    Date,
    Key,
    Word,
    Flag,

    /// <summary>A list of texts, one a line in the form.</summary>
    Lines,

    /// <summary>A list of words or keys, each a value of the same field of the form.</summary>
    Each,

    /// <summary>A list of objects, each a row of the form.</summary>
    Rows,
}

/// <summary>One field: where it stands in the JSON, and under which name the form of the page sends the same.</summary>
internal sealed record ApiField(string Pointer, string Field, ApiFieldKind Kind)
{
    public IReadOnlyList<string> Words { get; init; } = [];

    public bool IsRequired { get; init; }

    public ApiFields? Rows { get; init; }
}

/// <summary>
/// What a body may hold. The same fields as the form of the page, so that a change by the API goes through the very rules of the page;
/// whatever else is sent is refused.
/// </summary>
public sealed class ApiFields
{
    private readonly List<ApiField> all = [];

    internal IReadOnlyList<ApiField> All => all;

    /// <summary>A text.</summary>
    public ApiFields Text(string pointer, string field, bool required = false) => Add(new(pointer, field, ApiFieldKind.Text) { IsRequired = required });

    /// <summary>A text in each language.</summary>
    public ApiFields Texts(string pointer, string field)
    {
        foreach (var language in Language.All) Add(new($"{pointer}/{language.Tag}", $"{field}-{language.Segment}", ApiFieldKind.Text));
        return this;
    }

    /// <summary>A whole or broken number.</summary>
    public ApiFields Number(string pointer, string field, bool required = false) => Add(new(pointer, field, ApiFieldKind.Number) { IsRequired = required });

    /// <summary>A day, ISO 8601.</summary>
    public ApiFields Date(string pointer, string field, bool required = false) => Add(new(pointer, field, ApiFieldKind.Date) { IsRequired = required });

    /// <summary>The key of a record.</summary>
    public ApiFields Key(string pointer, string field, bool required = false) => Add(new(pointer, field, ApiFieldKind.Key) { IsRequired = required });

    /// <summary>One of an enumeration's words.</summary>
    public ApiFields Word<T>(string pointer, string field)
        where T : struct, Enum => Add(new(pointer, field, ApiFieldKind.Word) { Words = WordsOf<T>() });

    /// <summary>Yes or no.</summary>
    public ApiFields Flag(string pointer, string field) => Add(new(pointer, field, ApiFieldKind.Flag));

    /// <summary>Texts, one a line of the form's field.</summary>
    public ApiFields Lines(string pointer, string field) => Add(new(pointer, field, ApiFieldKind.Lines));

    /// <summary>Several of an enumeration's words.</summary>
    public ApiFields EachWord<T>(string pointer, string field)
        where T : struct, Enum => Add(new(pointer, field, ApiFieldKind.Each) { Words = WordsOf<T>() });

    /// <summary>Several keys.</summary>
    public ApiFields EachKey(string pointer, string field) => Add(new(pointer, field, ApiFieldKind.Each));

    /// <summary>Objects, each a row of the form (<c>place-0-code</c>).</summary>
    public ApiFields Rows(string pointer, string sort, Action<ApiFields> of)
    {
        var rows = new ApiFields();
        of(rows);
        return Add(new(pointer, sort, ApiFieldKind.Rows) { Rows = rows });
    }

    /// <summary>An enumeration's name as the API writes it.</summary>
    public static string WordOf(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string[] WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(WordOf)];

    private ApiFields Add(ApiField field)
    {
        all.Add(field);
        return this;
    }
}

/// <summary>Turns a body into the fields of the page's form, and remembers where each stood.</summary>
internal sealed class ApiBodyReading(ApiFields fields)
{
    private const int MostRows = 200;
    private readonly Dictionary<string, string> pointers = new(StringComparer.Ordinal);

    public Dictionary<string, StringValues> Values { get; } = new(StringComparer.Ordinal);

    public List<ApiError> Wrong { get; } = [];

    public void Read(JsonElement body) => ReadObject(body, "", fields, "", "");

    /// <summary>Where a field of the form stands in the body.</summary>
    public string PointerOf(string field)
    {
        if (pointers.TryGetValue(field, out var pointer)) return "#" + pointer;
        foreach (var one in fields.All)
        {
            if (one.Field == field) return "#" + one.Pointer;
            if (one.Rows is { } rows && field.StartsWith(one.Field + "-", StringComparison.Ordinal) && field[(one.Field.Length + 1)..].Split('-', 2) is [var row, var name]
                && rows.All.FirstOrDefault(r => r.Field == name) is { } inner)
                return $"#{one.Pointer}/{row}{inner.Pointer}";
        }

        return fields.All.FirstOrDefault(f => f.Field.StartsWith(field + "-", StringComparison.Ordinal) || f.Pointer.StartsWith($"/{field}/", StringComparison.Ordinal)) is { } near && field.Length > 0
            ? "#" + near.Pointer[..Math.Max(0, near.Kind == ApiFieldKind.Rows ? near.Pointer.Length : near.Pointer.LastIndexOf('/'))]
            : "#";
    }

    private void ReadObject(JsonElement body, string within, ApiFields known, string row, string at)
    {
        foreach (var property in body.EnumerateObject())
        {
            var pointer = within + "/" + property.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            if (known.All.FirstOrDefault(f => f.Pointer == pointer) is { } field) Take(field, property.Value, row, at + pointer);
            else if (property.Value.ValueKind == JsonValueKind.Null && known.All.Any(f => f.Pointer.StartsWith(pointer + "/", StringComparison.Ordinal))) continue;
            else if (property.Value.ValueKind == JsonValueKind.Object && known.All.Any(f => f.Pointer.StartsWith(pointer + "/", StringComparison.Ordinal)))
                ReadObject(property.Value, pointer, known, row, at);
            else Wrong.Add(new("#" + at + pointer, "api.wrong.unknown", []));
        }
    }

    private void Take(ApiField field, JsonElement value, string row, string pointer)
    {
        pointers[row + field.Field] = pointer;
        if (value.ValueKind == JsonValueKind.Null) return;
        var fits = field.Kind switch
        {
            ApiFieldKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            ApiFieldKind.Number => value.ValueKind == JsonValueKind.Number,
            ApiFieldKind.Lines or ApiFieldKind.Each => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String),
            ApiFieldKind.Rows => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= MostRows && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.Object),
            _ => value.ValueKind == JsonValueKind.String,
        };
        if (!fits)
        {
            Wrong.Add(new("#" + pointer, "api.wrong.type." + field.Kind.ToString().ToLowerInvariant(), []));
            return;
        }

        if (field.Kind == ApiFieldKind.Rows) ReadRows(field, value, pointer);
        else if (field.Words.Count > 0 && Texts(value).FirstOrDefault(v => !field.Words.Contains(v, StringComparer.Ordinal)) is not null)
            Wrong.Add(new("#" + pointer, "api.wrong.word", [string.Join(", ", field.Words)]));
        else Values[row + field.Field] = field.Kind switch
        {
            ApiFieldKind.Flag => value.GetBoolean() ? "true" : "",
            ApiFieldKind.Number => value.GetRawText(),
            ApiFieldKind.Lines => string.Join('\n', Texts(value).Select(t => t.ReplaceLineEndings(" "))),
            ApiFieldKind.Each => new StringValues([.. Texts(value).Select(t => field.Words.Count > 0 ? NameOf(t) : t)]),
            ApiFieldKind.Word => NameOf(value.GetString()!),
            _ => value.GetString(),
        };
    }

    private void ReadRows(ApiField field, JsonElement value, string pointer)
    {
        var at = 0;
        foreach (var one in value.EnumerateArray())
        {
            var row = FormattableString.Invariant($"{field.Field}-{at}-");
            Values[row + "row"] = "1";
            ReadObject(one, "", field.Rows!, row, FormattableString.Invariant($"{pointer}/{at}"));
            at++;
        }
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!) : [value.GetString()!];

    private static string NameOf(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
