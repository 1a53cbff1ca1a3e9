using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Foundation.Texts;

namespace Entente.Web.Log;

/// <summary>The words of the log: actions, kinds of record, fields and values as people read them.</summary>
internal static partial class LogWords
{
    /// <summary>An action by its permission's or its own words.</summary>
    public static string Action(TextCatalog texts, string action) =>
        texts.Has("log.action." + action) ? texts["log.action." + action]
        : texts.Has("permission." + action) ? texts["permission." + action]
        : action;

    /// <summary>A kind of record: <c>partners_agreement_version</c> → agreement version.</summary>
    public static string Kind(TextCatalog texts, string table) =>
        texts.Has("log.kind." + table) ? texts["log.kind." + table] : table[(table.IndexOf('_', StringComparison.Ordinal) + 1)..].Replace('_', ' ');

    /// <summary>A field: <c>StartsOn</c> → starts on.</summary>
    public static string Field(TextCatalog texts, string field) =>
        texts.Has("log.field." + field) ? texts["log.field." + field] : Humps().Replace(field, " ").ToLowerInvariant();

    /// <summary>A value; what is personal or binary is said, not shown.</summary>
    public static string Value(TextCatalog texts, string? value)
    {
        if (string.IsNullOrEmpty(value)) return texts["log.nothing"];
        if (FieldChange.IsHidden(value)) return texts["log.personal", value[^6..]];
        if (value.StartsWith("sha256:", StringComparison.Ordinal)) return texts["log.fingerprint", value[7..15]];
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return texts.Date(date);
        if (value is "True" or "False") return texts[value == "True" ? "log.yes" : "log.no"];
        return value.StartsWith('{') && Localized(value) is { Length: > 0 } text ? text : value;
    }

    private static string? Localized(string json)
    {
        try
        {
            return new LocalizedText(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!).ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Humps();
}
