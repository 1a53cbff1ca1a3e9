using Entente.Foundation.Commands;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Matching.Places;

namespace Entente.Web.Match;

/// <summary>
/// A problem as a workbook of the sheets Students, Places, Nests and Barred (the last two may be absent). Lists in a cell are parted by
/// semicolons; capacities, caps and weights are counted in places, grades and money with up to two decimals.
/// </summary>
internal static class PlaceWorkbook
{
    private static readonly string[] Cefr = ["A1", "A2", "B1", "B2", "C1", "C2"];

    /// <exception cref="RefusedException">Something cannot be read; the reasons say where.</exception>
    public static PlaceProblem Read(TextCatalog texts, byte[] bytes, string fileName)
    {
        var reasons = new List<string>();
        var problem = new PlaceProblem(
            Rows(texts, bytes, fileName, "Students", ["id", "rank", "choices"], ["level", "field", "languages", "grade", "weight"], reasons, Student),
            Rows(texts, bytes, fileName, "Places", ["id", "capacity"], ["priority", "levels", "fields", "languages", "leastgrade", "cost", "closed"], reasons, Place),
            Rows(texts, bytes, fileName, "Nests", ["id", "places"], ["cap", "budget", "priority"], reasons, Nest))
        {
            Barred = Rows(texts, bytes, fileName, "Barred", ["student", "place", "reason"], [], reasons, r => new Bar(r.Text("student"), r.Text("place"), r.Text("reason"))),
        };
        return reasons.Count > 0 ? throw new RefusedException([.. reasons]) : problem;
    }

    private static Student Student(SheetLine r) => new(r.Text("id"), (int)(r.Number("rank", 1) ?? 0), r.List("choices") ?? [])
    {
        Level = r.Has("level") ? r.Text("level") : null,
        Field = r.Has("field") ? r.Text("field") : null,
        Languages = Languages(r) ?? new Dictionary<string, int>(StringComparer.Ordinal),
        Grade = (int?)r.Number("grade", 100),
        Weight = (int)(r.Number("weight", PlaceProblem.One) ?? PlaceProblem.One),
    };

    private static Place Place(SheetLine r) => new(r.Text("id"), (int)(r.Number("capacity", PlaceProblem.One) ?? 0))
    {
        Priority = r.List("priority"),
        Levels = r.List("levels"),
        Fields = r.List("fields"),
        Languages = Languages(r),
        LeastGrade = (int?)r.Number("leastgrade", 100),
        Cost = r.Number("cost", 100) ?? 0,
        IsClosed = r.Flag("closed"),
    };

    private static Nest Nest(SheetLine r) => new(r.Text("id"), r.List("places") ?? [])
    {
        Cap = (int?)r.Number("cap", PlaceProblem.One),
        Budget = r.Number("budget", 100),
        Priority = r.List("priority"),
    };

    // "French B2; German A1"
    private static Dictionary<string, int>? Languages(SheetLine r)
    {
        if (r.List("languages") is not { } parts) return null;
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var cut = part.LastIndexOf(' ');
            var level = cut < 0 ? -1 : Array.FindIndex(Cefr, c => c.Equals(part[(cut + 1)..], StringComparison.OrdinalIgnoreCase));
            if (level < 0 || !levels.TryAdd(part[..cut].Trim(), level + 1)) r.Refuse("languages", $"'{part}' is no language with its level, such as 'French B2', once");
        }

        return levels;
    }

    private static List<T> Rows<T>(TextCatalog texts, byte[] bytes, string fileName, string sheet, string[] needed, string[] other, List<string> reasons, Func<SheetLine, T> read)
    {
        using var table = TableReader.Open(new MemoryStream(bytes, writable: false), fileName, options: new TableOptions { Sheet = sheet });
        if (table.Sheets.Count > 0 && !table.Sheets.Any(s => s.Name.Equals(sheet, StringComparison.OrdinalIgnoreCase)))
        {
            if (sheet is "Students" or "Places") reasons.Add($"The workbook has no sheet '{sheet}'.");
            return [];
        }

        var rows = table.ReadAll();
        reasons.AddRange(table.Findings.Where(f => f.Severity >= Severity.Error).Select(f => $"{sheet}: {texts[f.TextKey, f.Args]}"));
        if (table.IsRefused) return [];
        var columns = table.Header.Where(h => h.Name.Length > 0).Select(h => (Key: Key(h.Name), h.Index, h.Name)).ToList();
        var known = needed.Concat(other).ToHashSet(StringComparer.Ordinal);
        reasons.AddRange(columns.Where(c => !known.Contains(c.Key)).Select(c => $"{sheet}: column '{c.Name}' is not known; there are {string.Join(", ", needed.Concat(other))}."));
        reasons.AddRange(needed.Where(n => columns.TrueForAll(c => c.Key != n)).Select(n => $"{sheet}: column '{n}' is missing."));
        if (reasons.Count > 0) return [];
        var at = columns.ToDictionary(c => c.Key, c => c.Index, StringComparer.Ordinal);
        return [.. rows.Select(row => read(new SheetLine(sheet, row, at, reasons)))];
    }

    private static string Key(string name) => name.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
}
