using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Bench.Matcher;

/// <summary>An affiliation with the identifiers people gave it.</summary>
internal sealed record Labelled(string Affiliation, [property: JsonPropertyName("ror_ids")] IReadOnlyList<string> RorIds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The identifiers without the address before them.</summary>
    public IEnumerable<string> Rors => RorIds.Select(r => r[^9..]);

    public static IReadOnlyList<Labelled> Read(string path) => JsonSerializer.Deserialize<List<Labelled>>(File.ReadAllBytes(path), Json)!;

    /// <summary>Which of the labels the directory holds; an affiliation with none of them is a negative.</summary>
    public static async Task<IReadOnlySet<string>> KnownAsync(IServiceProvider services, IReadOnlyList<Labelled> entries)
    {
        var labels = entries.SelectMany(e => e.Rors).ToHashSet(StringComparer.Ordinal);
        var all = await services.GetRequiredService<IOrganisations>().Cards(Viewer.System).Where(c => c.Ror != null).Select(c => c.Ror!).ToListAsync();
        return all.Where(labels.Contains).ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>How often the matcher was right.</summary>
internal sealed record Outcome(int Entries, int Positives, int Chosen, int Right)
{
    public double Precision => (double)Right / Math.Max(1, Chosen);

    public double Recall => (double)Right / Math.Max(1, Positives);

    public static Outcome Of(IReadOnlyList<Labelled> entries, IReadOnlyList<OrganisationProposal> proposals, IReadOnlySet<string> known, int parity)
    {
        var part = Enumerable.Range(0, entries.Count).Where(i => i % 2 == parity).ToList();
        return new(
            part.Count,
            part.Count(i => entries[i].Rors.Any(known.Contains)),
            part.Count(i => proposals[i].Chosen is not null),
            part.Count(i => IsRight(entries[i], proposals[i])));
    }

    public static IEnumerable<string> Misses(IReadOnlyList<Labelled> entries, IReadOnlyList<OrganisationProposal> proposals, IReadOnlySet<string> known, int parity) =>
        from i in Enumerable.Range(0, entries.Count)
        where i % 2 == parity && !IsRight(entries[i], proposals[i]) && (proposals[i].Chosen is not null || entries[i].Rors.Any(known.Contains))
        select $"{(proposals[i].Chosen is null ? "missed" : "wrong")} | {entries[i].Affiliation} | {proposals[i].Chosen?.Organisation.Name.En} | {string.Join(' ', entries[i].Rors.Where(known.Contains))}";

    public string Line(string name) => FormattableString.Invariant(
        $"{name}: {Entries} affiliations, {Positives} positives, precision {Precision:F3}, recall {Recall:F3}");

    private static bool IsRight(Labelled entry, OrganisationProposal proposal) =>
        proposal.Chosen?.Organisation.Ror is { } ror && entry.Rors.Contains(ror, StringComparer.Ordinal);
}
