using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Finds in a text who is recorded as a person and which cities organisations are in: what a document may contradict its record with.</summary>
internal sealed partial class KnownPeople(AppDbContext db)
{
    private const int FewestHan = 2;
    private const int MostHan = 4;
    private const int Chunk = 500;

    /// <summary>The people named in it besides some, as they are written there. Two characters are a name only where nothing else is written beside them.</summary>
    public async Task<IReadOnlyList<string>> PersonsAsync(string text, IReadOnlyCollection<Guid> own, CancellationToken cancellation)
    {
        var runs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Capitals().Matches(text))
        {
            var words = match.Value.Split(' ');
            for (var from = 0; from < words.Length - 1; from++)
                for (var to = from + 2; to <= words.Length; to++) runs.TryAdd(NameFolding.InAnyOrder(string.Join(' ', words[from..to])), string.Join(' ', words[from..to]));
        }

        foreach (var run in HanRuns(text)) runs.TryAdd(NameFolding.InAnyOrder(run), run);
        var names = db.Set<PersonName>().VisibleTo(Viewer.System).Where(n => n.WithdrawnAt == null);
        var keys = own.Select(k => new PersonId(k)).ToList();
        var mine = (await names.Where(n => keys.Contains(n.PersonId)).Select(n => n.Folded).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var some in runs.Keys.Except(mine, StringComparer.Ordinal).Chunk(Chunk))
            found.AddRange((await names.Where(n => some.Contains(n.Folded)).Select(n => n.Folded).Distinct().ToListAsync(cancellation)).Select(f => runs[f]));
        return [.. found.OrderBy(f => text.IndexOf(f, StringComparison.Ordinal))];
    }

    /// <summary>The cities named in it as places, each with the countries of that name's cities.</summary>
    public async Task<IReadOnlyList<(string Written, IReadOnlyList<string> Countries)>> CitiesAsync(string text, CancellationToken cancellation)
    {
        var phrases = Places().Matches(text).SelectMany(m => Beginnings(m.Groups["place"].Value)).ToHashSet(StringComparer.Ordinal);
        if (phrases.Count == 0 && !NameFolding.HasHan(text)) return [];
        var cities = await db.Set<Organisation>().Select(o => new { o.City, o.Country }).Distinct().ToListAsync(cancellation);
        return [.. cities.SelectMany(c => c.City.Texts.Values.Distinct(StringComparer.Ordinal).Select(name => (Name: name, c.Country)))
            .Where(c => NameFolding.HasHan(c.Name) ? IsHanPlace(text, c.Name) : phrases.Contains(c.Name))
            .GroupBy(c => c.Name, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(c => c.Country).Distinct(StringComparer.Ordinal)]))
            .OrderBy(c => text.IndexOf(c.Key, StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Beginnings(string phrase)
    {
        var words = phrase.Split(' ');
        return Enumerable.Range(1, words.Length).Select(n => string.Join(' ', words[..n]));
    }

    private static IEnumerable<string> HanRuns(string text)
    {
        foreach (Match run in Han().Matches(text))
        {
            if (run.Length == FewestHan) yield return run.Value;
            for (var length = FewestHan + 1; length <= MostHan; length++)
                for (var from = 0; from + length <= run.Length; from++) yield return run.Value.Substring(from, length);
        }
    }

    /// <summary>Whether a city stands after a word of place, or before 市.</summary>
    private static bool IsHanPlace(string text, string city)
    {
        if (city.Length < FewestHan) return false;
        for (var at = text.IndexOf(city, StringComparison.Ordinal); at >= 0; at = text.IndexOf(city, at + 1, StringComparison.Ordinal))
            if ((at > 0 && "在赴于至往到".Contains(text[at - 1], StringComparison.Ordinal)) || (at + city.Length < text.Length && text[at + city.Length] == '市')) return true;
        return false;
    }

    [GeneratedRegex(@"\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){1,7}", RegexOptions.None, 1000)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"(?:\b(?:in|at|to|from|near|of|through)|,)\s+(?<place>\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();

    [GeneratedRegex(@"[\u3400-\u9fff]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Han();
}
