using System.Text;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using NodaTime.TimeZones;

namespace Entente.Foundation.Documents;

/// <summary>Holds a document against its record: nothing stays empty, nothing of the record is lost, and no date, organisation, person, city or country stands in it that is not the record's.</summary>
internal sealed class DocumentCheck(TextCatalog texts, EntenteSettings settings, IEnumerable<IKnownNames> names)
{
    private const int LongestSentence = 160;
    private const int ShortestValue = 2;

    /// <summary>Placeholders that tell of the document and not of the record: a text may leave them out.</summary>
    private static readonly string[] NotOfTheRecord = ["number", "today", "sender"];

    /// <summary>What stands against issuing it.</summary>
    /// <param name="text">What a reader reads.</param>
    /// <param name="subject">The record.</param>
    /// <param name="values">What its placeholders stand for in its language.</param>
    /// <param name="asked">The placeholders the template writes.</param>
    /// <param name="written">The placeholders the text writes; those it leaves out must stand in it as words.</param>
    /// <param name="cancellation">Ends the queries.</param>
    public async Task<IReadOnlyList<DocumentFinding>> FindAsync(
        string text, DocumentSubject subject, IReadOnlyDictionary<string, string> values, IReadOnlySet<string> asked, IReadOnlySet<string> written, CancellationToken cancellation)
    {
        var found = new List<DocumentFinding>();
        foreach (var name in written.Where(n => !DocumentRows.IsLine(n) && values.GetValueOrDefault(n, "").Length == 0).Order(StringComparer.Ordinal)) found.Add(new("documents.finding.empty", [name, texts["documents.field." + name]], true));
        var flat = Flat(text);
        foreach (var name in asked.Except(written, StringComparer.Ordinal).Except(NotOfTheRecord, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (values.GetValueOrDefault(name) is { Length: > 0 } value && !flat.Contains(Flat(value), StringComparison.Ordinal)) found.Add(new("documents.finding.lost", [name, value], true));
        }

        // A city or a country of the record may begin the name of somebody else, so only names are left out where names are looked for.
        var own = await NamesOfAsync(subject, cancellation);
        foreach (var finder in names)
        {
            foreach (var name in await finder.FindAsync(Blank(text, own), cancellation))
            {
                if (!name.Organisations.Any(subject.Organisations.Contains) && !own.Contains(name.Written, StringComparer.OrdinalIgnoreCase))
                    found.Add(new("documents.finding.name", [name.Written, Sentence(text, text.IndexOf(name.Written, StringComparison.Ordinal))], false));
            }
        }

        var foreign = Blank(text, [.. own, .. values.Values, .. subject.Values.Values.SelectMany(v => v.Texts.Values)]);
        foreach (var finder in names)
        {
            foreach (var person in await finder.PersonsInAsync(foreign, subject.Persons, cancellation)) found.Add(new("documents.finding.person", [person, Sentence(text, text.IndexOf(person, StringComparison.Ordinal))], false));
            foreach (var (city, countries) in await finder.CitiesInAsync(foreign, cancellation))
                if (!countries.Contains(Home, StringComparer.Ordinal)) found.Add(new("documents.finding.place", [city, Sentence(text, text.IndexOf(city, StringComparison.Ordinal))], false));
        }

        Dates(foreign, text, subject, values, found);
        Places(foreign, text, subject, found);
        return [.. found.DistinctBy(f => f.TextKey + "\n" + f.Args[0], StringComparer.Ordinal)];
    }

    private static void Dates(string foreign, string text, DocumentSubject subject, IReadOnlyDictionary<string, string> values, List<DocumentFinding> found)
    {
        var known = subject.Dates.Concat(values.Values.SelectMany(v => DatesInText.In(v)).SelectMany(d => d.Days)).ToHashSet();
        foreach (var date in DatesInText.In(foreign).Where(d => !d.Days.Any(known.Contains)))
            found.Add(new("documents.finding.date", [date.Written, Sentence(text, date.At)], false));
    }

    /// <summary>Countries by their names in both languages; the country the school lives in is always its own.</summary>
    private void Places(string foreign, string text, DocumentSubject subject, List<DocumentFinding> found)
    {
        foreach (var key in texts.Keys(Language.English).Where(k => k.StartsWith("country.", StringComparison.Ordinal)))
        {
            var code = key["country.".Length..];
            if (code == Home || subject.Countries.Contains(code, StringComparer.Ordinal)) continue;
            foreach (var language in Language.All)
            {
                var name = texts.In(language, key);
                if (Whole(foreign, name) is >= 0 and var at) found.Add(new("documents.finding.place", [name, Sentence(text, at)], false));
            }
        }
    }

    /// <summary>The country the school lives in, by its time zone.</summary>
    private string? Home => TzdbDateTimeZoneSource.Default.ZoneLocations?.FirstOrDefault(l => l.ZoneId == settings.Zone.Id)?.CountryCode;

    private static int Whole(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var isLatin = char.IsAsciiLetter(name[0]);
            if (!isLatin || ((at == 0 || !char.IsLetter(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetter(text[at + name.Length])))) return at;
        }

        return -1;
    }

    private async Task<IReadOnlyList<string>> NamesOfAsync(DocumentSubject subject, CancellationToken cancellation)
    {
        var own = subject.Title.Texts.Values.Concat(subject.Names).ToList();
        foreach (var finder in names) own.AddRange(await finder.NamesOfAsync(subject.Organisations, cancellation));
        return own;
    }

    /// <summary>The text with what is the record's own made blank, every letter of the rest where it was.</summary>
    private static string Blank(string text, IEnumerable<string> own)
    {
        var blank = new StringBuilder(text);
        foreach (var words in own.Where(o => o.Length >= ShortestValue).Distinct(StringComparer.Ordinal).OrderByDescending(o => o.Length))
        {
            for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase))
                for (var i = at; i < at + words.Length; i++) blank[i] = '\u00b7';
        }

        return blank.ToString();
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Sentence(string text, int at)
    {
        if (at < 0) return "";
        var from = at == 0 ? 0 : text.LastIndexOfAny(['\n', '。', '！', '？'], at - 1) + 1;
        var to = text.IndexOfAny(['\n', '。', '！', '？'], at) is >= 0 and var end ? end + 1 : text.Length;
        var sentence = text[from..Math.Min(to, text.Length)].Trim();
        return sentence.Length <= LongestSentence ? sentence : sentence[..LongestSentence] + "…";
    }
}

/// <summary>What stands against issuing a document.</summary>
/// <param name="TextKey">The sentence; its first place names the placeholder, date, name or country, the second the sentence it stands in.</param>
/// <param name="Args">What fills it.</param>
/// <param name="Stops">Whether it cannot be issued so; else somebody may issue it with a reason that is kept.</param>
public sealed record DocumentFinding(string TextKey, IReadOnlyList<object?> Args, bool Stops);
