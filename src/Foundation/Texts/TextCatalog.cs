using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Entente.Foundation.Data;
using Entente.Foundation.Rooms;
using NodaTime;

namespace Entente.Foundation.Texts;

/// <summary>Every text of every room in every language, read from the files <c>Text/{language}.json</c> (and <c>Text/*/{language}.json</c>) of its assembly.</summary>
public sealed class TextCatalog(RoomCatalog rooms)
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> texts =
        Language.All.ToFrozenDictionary(l => l.Tag, l => Read(rooms, l), StringComparer.Ordinal);

    /// <summary>The text of a key in the language of the request; the key itself where a text is missing (a test finds those).</summary>
    public string this[string key] => In(Language.Current, key);

    /// <summary>The text with its places filled: <c>{0}</c>, <c>{1:N0}</c>.</summary>
    public string this[string key, params object?[] args] =>
        string.Format(Language.Current.Culture, In(Language.Current, key), args);

    /// <summary>Whether there is a text for the key.</summary>
    public bool Has(string key) => texts["en"].ContainsKey(key);

    /// <summary>The keys of a language.</summary>
    public IEnumerable<string> Keys(Language language) => texts[language.Tag].Keys;

    /// <summary>The text of a key in a language.</summary>
    public string In(Language language, string key) =>
        texts[language.Tag].TryGetValue(key, out var text) || texts["en"].TryGetValue(key, out text) ? text : key;

    /// <summary>The text with its places filled, in every language; a text in several languages and a date are written there as each language writes them.</summary>
    public LocalizedText InEach(string key, params object?[] args) => LocalizedText.InEach(l => string.Format(
        l.Culture, In(l, key), [.. args.Select(a => a switch { LocalizedText text => text.In(l.Tag), DateOnly day => DateIn(l, day), _ => a })]));

    /// <summary>A counted text: <c>key.one</c> for one in English, else <c>key.other</c>; the number is <c>{0}</c>.</summary>
    public string Count(string key, long number, params object?[] more) =>
        this[key + (number == 1 ? ".one" : ".other"), [number, .. more]];

    /// <summary>A date as people write it: 12 Mar 2026, 2026年3月12日.</summary>
    public string Date(DateOnly date) => DateIn(Language.Current, date);

    /// <summary>A date as people write it in a language, for mail.</summary>
    public string DateIn(Language language, DateOnly date) => date.ToString(
        language == Language.Chinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>A date that may be missing; a dash then.</summary>
    public string Date(DateOnly? date) => date is { } known ? Date(known) : "–";

    /// <summary>A moment in the school's time zone, to the minute.</summary>
    public string Moment(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return Date(new DateOnly(local.Year, local.Month, local.Day)) + " " + local.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    private static FrozenDictionary<string, string> Read(RoomCatalog rooms, Language language)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in rooms.Rooms.Select(r => r.Assembly))
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => IsOf(n, language)))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                    if (!read.TryAdd(key, text)) throw new InvalidOperationException($"The text '{key}' stands twice ({language.Tag}, {name}).");
            }
        }

        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsOf(string resource, Language language) =>
        resource.StartsWith("Text/", StringComparison.Ordinal) && resource.EndsWith($"/{language.Tag}.json", StringComparison.Ordinal);
}
