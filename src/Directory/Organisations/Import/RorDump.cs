using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Directory.Model;

namespace Entente.Directory.Organisations.Import;

/// <summary>ROR's dump of schema version 2: one JSON array, read entry by entry. https://ror.readme.io/docs/data-structure</summary>
internal static class RorDump
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        MaxDepth = 32,
    };

    public static async IAsyncEnumerable<RawOrganisation> ReadAsync(Stream file)
    {
        var number = 0;
        await foreach (var entry in JsonSerializer.DeserializeAsyncEnumerable<Entry>(file, Json))
        {
            number++;
            if (entry is not null) yield return Of(number, entry);
        }
    }

    private static RawOrganisation Of(int number, Entry entry)
    {
        var place = entry.Locations?.FirstOrDefault()?.GeonamesDetails;
        var raw = new RawOrganisation(number)
        {
            Ror = entry.Id ?? "",
            Status = entry.Status ?? "",
            Country = place?.CountryCode ?? "",
            City = place?.Name ?? "",
            Latitude = Written(place?.Lat),
            Longitude = Written(place?.Lng),
            Types = entry.Types ?? [],
            Website = entry.Links?.FirstOrDefault(l => l.Type == "website")?.Value ?? "",
            Domains = entry.Domains ?? [],
            Successors = Related(entry, "successor"),
            Predecessors = Related(entry, "predecessor"),
            Parents = Related(entry, "parent"),
            Children = Related(entry, "child"),
            Release = entry.Admin?.LastModified?.Date ?? "",
        };
        raw.Names.AddRange((entry.Names ?? []).Select(Named).OrderBy(n => n.Kind));
        return raw;
    }

    private static StatedName Named(Name name)
    {
        var types = name.Types ?? [];
        var kind = types.Contains("ror_display", StringComparer.Ordinal) ? OrganisationNameKind.Display
            : types.Contains("label", StringComparer.Ordinal) ? OrganisationNameKind.Label
            : types.Contains("acronym", StringComparer.Ordinal) ? OrganisationNameKind.Acronym
            : OrganisationNameKind.Alias;
        var language = name.Lang is not { Length: > 0 and <= 20 } lang ? OrganisationName.Undetermined : lang == "zh" ? "zh-Hans" : lang;
        return new(name.Value ?? "", language, kind);
    }

    private static List<string> Related(Entry entry, string type) =>
        [.. (entry.Relationships ?? []).Where(r => r.Type == type).Select(r => r.Id ?? "")];

    private static string Written(double? number) => number?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private sealed record Entry(
        string? Id, string? Status, List<Name>? Names, List<Location>? Locations, List<string>? Types, List<Link>? Links, List<string>? Domains,
        List<Relationship>? Relationships, AdminDates? Admin);

    private sealed record Name(string? Value, string? Lang, List<string>? Types);

    private sealed record Location([property: JsonPropertyName("geonames_details")] Place? GeonamesDetails);

    private sealed record Place(string? Name, string? CountryCode, double? Lat, double? Lng);

    private sealed record Link(string? Type, string? Value);

    private sealed record Relationship(string? Type, string? Id);

    private sealed record AdminDates(LastChange? LastModified);

    private sealed record LastChange(string? Date);
}
