using Entente.Contracts.Directory;
using Entente.Directory.Matching;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>
/// Finds organisations' names in a text: every run of words that begins and ends with a capital, and every run of Han that ends as
/// names of organisations do, is looked up in the form in which names are compared.
/// </summary>
internal sealed class KnownNames(AppDbContext db, IPersons persons, KnownPeople people) : IKnownNames
{
    private const int MostWords = 10;
    private const int MostHan = 20;
    private const int FewestHan = 4;
    private const int Chunk = 500;

    /// <summary>What Chinese names of organisations end with.</summary>
    private const string HanEnds = "学院所校心司会室局部馆社团";

    private static readonly char[] Ends = ['.', ';', ':', '!', '?', '\u00b7'];

    public async Task<IReadOnlyList<NameInText>> FindAsync(string text, CancellationToken cancellation)
    {
        var runs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            foreach (var written in Words(line).Concat(Han(line)))
                if (NameKey.Of(written) is { Length: > 0 and <= NameKey.Longest } key && key.Contains(' ', StringComparison.Ordinal)) runs.TryAdd(key, written);
        }

        var found = new List<NameInText>();
        foreach (var some in runs.Keys.Chunk(Chunk))
        {
            var rows = await db.Set<OrganisationName>().Where(n => n.WithdrawnAt == null && n.Kind != OrganisationNameKind.Acronym && some.Contains(n.Key))
                .Select(n => new { n.Key, n.OrganisationId }).ToListAsync(cancellation);
            found.AddRange(rows.GroupBy(r => r.Key, StringComparer.Ordinal).Select(g => new NameInText(runs[g.Key], [.. g.Select(r => r.OrganisationId.Value).Distinct()])));
        }

        return [.. found.Where(f => !found.Exists(o => o.Written.Length > f.Written.Length && o.Written.Contains(f.Written, StringComparison.Ordinal))).OrderBy(f => text.IndexOf(f.Written, StringComparison.Ordinal))];
    }

    public Task<IReadOnlyList<string>> PersonsInAsync(string text, IReadOnlyCollection<Guid> besides, CancellationToken cancellation) => people.PersonsAsync(text, besides, cancellation);

    public Task<IReadOnlyList<(string Written, IReadOnlyList<string> Countries)>> CitiesInAsync(string text, CancellationToken cancellation) => people.CitiesAsync(text, cancellation);

    public async Task<IReadOnlyList<string>> NamesOfAsync(IReadOnlyCollection<Guid> organisations, CancellationToken cancellation)
    {
        var ids = organisations.Select(o => new OrganisationId(o)).ToList();
        return await db.Set<OrganisationName>().Where(n => ids.Contains(n.OrganisationId) && n.WithdrawnAt == null && n.Kind != OrganisationNameKind.Acronym)
            .Select(n => n.Text).ToListAsync(cancellation);
    }

    public async Task<LocalizedText?> PersonAsync(Guid person, CancellationToken cancellation) =>
        await persons.Cards(Viewer.System).Where(p => p.Id == new PersonId(person)).Select(p => p.Name).SingleOrDefaultAsync(cancellation);

    private static IEnumerable<string> Words(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var from = 0; from < words.Length; from++)
        {
            if (!IsCapital(words[from])) continue;
            for (var to = from; to < Math.Min(words.Length, from + MostWords); to++)
            {
                if (to > from && IsCapital(words[to])) yield return string.Join(' ', words[from..(to + 1)]).Trim('"', '\'', '“', '”', '(', ')', ',', '.', ';', ':', '!', '?');
                if (words[to].IndexOfAny(Ends) >= 0) break;
            }
        }
    }

    private static IEnumerable<string> Han(string line)
    {
        for (var from = 0; from < line.Length; from++)
        {
            for (var to = from; to < Math.Min(line.Length, from + MostHan) && NameFolding.IsHan(line[to]); to++)
                if (to - from + 1 >= FewestHan && HanEnds.Contains(line[to], StringComparison.Ordinal)) yield return line[from..(to + 1)];
        }
    }

    private static bool IsCapital(string word) => word.TrimStart('"', '\'', '“', '(') is { Length: > 0 } bare && char.IsUpper(bare[0]);
}
