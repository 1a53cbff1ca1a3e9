using System.Globalization;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Directory.Organisations.Import;

/// <summary>The raw cells of one organisation, by the names of the table's columns; lists come as lists.</summary>
internal sealed class RawOrganisation(int row)
{
    public int Row { get; } = row;
    public string Ror { get; set; } = "";
    public string Status { get; set; } = "";
    public List<StatedName> Names { get; } = [];
    public string Country { get; set; } = "";
    public string City { get; set; } = "";
    public string Latitude { get; set; } = "";
    public string Longitude { get; set; } = "";
    public List<string> Types { get; set; } = [];
    public string Website { get; set; } = "";
    public List<string> Domains { get; set; } = [];
    public List<string> Successors { get; set; } = [];
    public List<string> Predecessors { get; set; } = [];
    public List<string> Parents { get; set; } = [];
    public List<string> Children { get; set; } = [];
    public string Release { get; set; } = "";
}

/// <summary>Turns raw cells into a statement, or says in sentences why not.</summary>
internal sealed class StatementReader(TextCatalog texts)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The statement; none where the reasons got a sentence more.</summary>
    public StatedOrganisation? Read(RawOrganisation raw, ICollection<string> reasons)
    {
        var before = reasons.Count;
        void Refuse(string key, params object?[] args) => reasons.Add(texts["organisations.import.row", raw.Row, texts["organisations.import." + key, args]]);
        if (RorIdentifier.Read(raw.Ror) is not { } ror) Refuse("ror", raw.Ror);
        else if (!seen.TryAdd(ror, raw.Row)) Refuse("twice", ror, seen[ror]);
        if (!Enum.TryParse<OrganisationStatus>(raw.Status, ignoreCase: true, out var status) || !Enum.IsDefined(status) || !raw.Status.All(char.IsAsciiLetter)) Refuse("status", raw.Status);
        var names = raw.Names.Select(n => n with { Text = n.Text.Trim().TrimEnd(';').Trim() }).Where(n => n.Text.Length > 0).Distinct().ToList();
        if (names.Count == 0) Refuse("name");
        if (names.Find(n => n.Text.Length > OrganisationName.Longest) is { Text.Length: > 0 } longest) Refuse("name-long", OrganisationName.Longest, longest.Text[..40]);
        if (raw.Country is not { Length: 2 } country || !country.All(char.IsAsciiLetterUpper)) Refuse("country", raw.Country);
        var latitude = Degrees(raw.Latitude, 90, "lat", Refuse);
        var longitude = Degrees(raw.Longitude, 180, "lng", Refuse);
        if (latitude is null != longitude is null && raw.Latitude.Length * raw.Longitude.Length == 0) Refuse("half-place");
        var types = OrganisationTypes.None;
        foreach (var type in raw.Types)
        {
            if (Enum.TryParse<OrganisationTypes>(type, ignoreCase: true, out var known) && type.All(char.IsAsciiLetter)) types |= known;
            else Refuse("type", type);
        }

        if (raw.Website.Length > 400) Refuse("website");
        var domains = string.Join(Organisation.Separator, raw.Domains);
        if (domains.Length > 1000) Refuse("domains");
        string[] others = [.. raw.Successors, .. raw.Predecessors, .. raw.Parents, .. raw.Children];
        foreach (var other in others.Where(o => RorIdentifier.Read(o) is null)) Refuse("relation", other);
        return reasons.Count > before ? null : new()
        {
            Row = raw.Row,
            Ror = RorIdentifier.Read(raw.Ror)!,
            Status = status,
            Names = names,
            Country = raw.Country,
            City = new LocalizedText(raw.City, ""),
            Latitude = latitude,
            Longitude = longitude,
            Types = types,
            Website = raw.Website.Length == 0 ? null : raw.Website,
            Domains = domains,
            Successors = Identifiers(raw.Successors),
            Predecessors = Identifiers(raw.Predecessors),
            Parents = Identifiers(raw.Parents),
            Children = Identifiers(raw.Children),
            Release = raw.Release.Length is 0 or > 20 ? null : raw.Release,
        };
    }

    private static List<string> Identifiers(IEnumerable<string> written) => [.. written.Select(w => RorIdentifier.Read(w)!).Distinct(StringComparer.Ordinal)];

    private static double? Degrees(string written, double most, string column, Action<string, object?[]> refuse)
    {
        if (written.Length == 0) return null;
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most) return degrees;
        refuse("degrees", [column, written, most]);
        return null;
    }
}
