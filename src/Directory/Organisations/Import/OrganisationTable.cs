using System.Text;
using Entente.Directory.Model;
using Entente.Foundation.Commands;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;

namespace Entente.Directory.Organisations.Import;

/// <summary>The table of organisations: tab-separated as it is handed on, or CSV and XLSX as the export writes it. <c>|</c> separates several values of a cell.</summary>
internal static class OrganisationTable
{
    public const char Several = '|';

    /// <summary>The columns, in order; the first five of the needed ones must be there.</summary>
    public static readonly string[] Columns =
    [
        "ror", "status", "display", "name_zh", "acronyms", "aliases", "cc", "city", "lat", "lng", "types", "website", "domains",
        "successor", "predecessor", "parent", "ror_release",
    ];

    private static readonly string[] Needed = ["ror", "status", "display", "cc"];

    /// <summary>Reads tab-separated lines; a byte order mark and Windows line ends do not matter.</summary>
    public static IEnumerable<RawOrganisation> ReadLines(Stream file, TextCatalog texts)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var head = Places((reader.ReadLine() ?? "").Split('\t'), texts);
        var width = head.Count == 0 ? 0 : head.Values.Max() + 1;
        var row = 1;
        while (reader.ReadLine() is { } line)
        {
            row++;
            if (line.Length == 0) continue;
            var cells = line.Split('\t');
            if (cells.Length < width) throw new RefusedException(texts["organisations.import.row", row, texts["organisations.import.columns", cells.Length, width]]);
            yield return Of(row, head, i => cells[i]);
        }
    }

    /// <summary>Reads a table opened from CSV or XLSX.</summary>
    public static IEnumerable<RawOrganisation> ReadTable(Table table, TextCatalog texts)
    {
        var head = Places([.. table.Header.Select(h => h.Name)], texts);
        foreach (var row in table.Rows) yield return Of(row.Number, head, i => row[i].Trimmed);
        if (!table.IsRefused) yield break;
        var finding = table.Findings.First(f => f.Severity == Severity.Refusal);
        throw new RefusedException(texts[finding.TextKey, finding.Args]);
    }

    private static Dictionary<string, int> Places(string[] header, TextCatalog texts)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Length; i++) places.TryAdd(header[i].Trim(), i);
        var missing = Needed.Where(n => !places.ContainsKey(n)).ToList();
        return missing.Count == 0 ? places : throw new RefusedException(texts["organisations.import.header", string.Join(", ", missing), string.Join(", ", Columns)]);
    }

    private static RawOrganisation Of(int row, Dictionary<string, int> head, Func<int, string> cell)
    {
        string Text(string column) => head.TryGetValue(column, out var place) ? cell(place).Trim() : "";
        List<string> List(string column) => [.. Text(column).Split(Several, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var raw = new RawOrganisation(row)
        {
            Ror = Text("ror"),
            Status = Text("status"),
            Country = Text("cc"),
            City = Text("city"),
            Latitude = Text("lat"),
            Longitude = Text("lng"),
            Types = List("types"),
            Website = Text("website"),
            Domains = List("domains"),
            Successors = List("successor"),
            Predecessors = List("predecessor"),
            Parents = List("parent"),
            Release = Text("ror_release"),
        };
        var (display, chinese) = (Text("display"), Text("name_zh"));
        raw.Names.Add(new(display, OrganisationName.Undetermined, OrganisationNameKind.Display));
        raw.Names.Add(new(chinese, "zh-Hans", OrganisationNameKind.Label));
        raw.Names.AddRange(List("aliases").Where(a => a != display && a != chinese).Select(a => new StatedName(a, OrganisationName.Undetermined, OrganisationNameKind.Alias)));
        raw.Names.AddRange(List("acronyms").Select(a => new StatedName(a, OrganisationName.Undetermined, OrganisationNameKind.Acronym)));
        return raw;
    }
}
