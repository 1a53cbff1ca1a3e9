using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Directory.Roster;

/// <summary>What is said about a roster, kept without words and read in the language of whoever looks.</summary>
internal static class RosterSentences
{
    private const int Longest = 200;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RosterLine LineOf(Id<RosterRun> run, RosterSaying saying, int order) => new()
    {
        RunId = run,
        Order = order,
        Kind = saying.Kind,
        File = Short(saying.Place?.File ?? ""),
        Row = saying.Place is { Row: > 0 } place ? place.Row : null,
        Column = saying.Field is { } field && saying.Place?.Columns.TryGetValue(field, out var label) == true ? Short(label) : null,
        Subject = saying.Subject.Length <= ExternalIdentity.LongestSubject ? saying.Subject : Short(saying.Subject),
        TextKey = saying.TextKey,
        Args = new JsonArray([.. saying.Args.Select(NodeOf)]).ToJsonString(Json),
        AccountId = saying.Account,
    };

    /// <summary>The sentence of a line that was kept.</summary>
    public static string Of(TextCatalog texts, string key, string args) =>
        texts[key, [.. JsonNode.Parse(args)!.AsArray().Select(n => Spoken(texts, n))]];

    /// <summary>The whole of it on one line: file, row and column first, as the command line prints it.</summary>
    public static string Of(TextCatalog texts, RosterSaying saying)
    {
        var sentence = Of(texts, saying.TextKey, new JsonArray([.. saying.Args.Select(NodeOf)]).ToJsonString(Json));
        return saying.Place is not { } place ? sentence : WhereOf(texts, place.File, place.Row > 0 ? place.Row : null, saying.Field is { } field ? place.Columns.GetValueOrDefault(field) : null) is { Length: > 0 } where ? where + texts["roster.colon"] + sentence : sentence;
    }

    /// <summary>Where a line stands, as words: file, row, column.</summary>
    public static string WhereOf(TextCatalog texts, string file, int? row, string? column) => string.Join(
        texts["directory.list-separator"],
        new[] { file, row is { } number ? texts["roster.row", number] : "", column is null ? "" : texts["roster.column", column] }.Where(t => t.Length > 0));

    private static JsonNode? NodeOf(object? arg) => arg switch
    {
        null => null,
        LocalizedText text => new JsonObject(text.Texts.Select(t => KeyValuePair.Create<string, JsonNode?>("@" + t.Key, Short(t.Value)))),
        RosterRole role => new JsonObject { ["role"] = role.Role },
        DateOnly date => new JsonObject { ["date"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        int or long => JsonValue.Create(Convert.ToInt64(arg, CultureInfo.InvariantCulture)),
        _ => Short(arg.ToString() ?? ""),
    };

    private static object? Spoken(TextCatalog texts, JsonNode? node) => node switch
    {
        JsonObject role when role["role"] is { } name => texts["role." + name.GetValue<string>()],
        JsonObject date when date["date"] is { } day => texts.Date(DateOnly.ParseExact(day.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        JsonObject text => new LocalizedText(text.ToDictionary(t => t.Key[1..], t => t.Value!.GetValue<string>(), StringComparer.Ordinal)).ToString(),
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        JsonValue value => value.GetValue<string>(),
        _ => "",
    };

    private static string Short(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
