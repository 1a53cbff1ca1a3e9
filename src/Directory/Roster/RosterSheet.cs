using System.Text;
using Entente.Directory.Model;
using Entente.Foundation.Tables;

namespace Entente.Directory.Roster;

/// <summary>One file of a roster, opened: whether it is whole, of what it is, and its rows by field.</summary>
internal sealed class RosterSheet
{
    /// <summary>Below this a header is not surely the column meant; nobody is there at night to be asked.</summary>
    private const double Sure = 0.85;

    private const string EndMark = "#end";

    private readonly ILookup<int, TableFinding> wrongs;
    private readonly ColumnMap map;
    private readonly IReadOnlyDictionary<string, string> labels;

    private RosterSheet(string file, bool isUnits, ColumnMap map, IReadOnlyList<TableHeader> header, IReadOnlyList<TableRow> rows, ILookup<int, TableFinding> wrongs)
    {
        (File, IsUnits, Rows, this.map, this.wrongs) = (file, isUnits, rows, map, wrongs);
        labels = map.Matches.ToDictionary(m => m.Field, m => header[m.Column].Label, StringComparer.Ordinal);
    }

    public string File { get; }

    /// <summary>Whether its rows are units; else they are people.</summary>
    public bool IsUnits { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    /// <exception cref="RosterRefusedException">It is damaged, cut short, empty, or no table of a roster.</exception>
    public static RosterSheet Open(RosterContent content, bool needsEndLine)
    {
        using var table = TableReader.Open(new MemoryStream(content.Bytes, writable: false), content.Name);
        var rows = table.ReadAll();
        var grave = table.Findings.Where(f => f.Severity == Severity.Refusal || f.Severity == Severity.Error && (f.Row ?? 0) <= table.HeaderRow).ToList();
        if (grave.Count > 0) throw Refused(content, [.. grave.Select(f => (f.TextKey, f.Args.Select(Plain).ToArray()))]);
        if (table.Format == TableFormat.Csv && IsCutShort(content.Bytes, table)) throw Refused(content, ("roster.refused.cut-short", []));
        rows = WithoutEndLine(content, rows, needsEndLine);
        if (rows.Count == 0) throw Refused(content, ("roster.refused.empty", []));
        var (people, units) = (MapOf(table.Header, RosterWords.People), MapOf(table.Header, RosterWords.Units));
        var isPeople = people.Missing(RosterWords.People).Count == 0 && (people.ColumnOf("name") ?? people.ColumnOf("family")) is not null;
        var isUnits = units.Missing(RosterWords.Units).Count == 0;
        if (!isPeople && !isUnits) throw Refused(content, ("roster.refused.unknown-table", [string.Join(", ", table.Header.Select(h => h.Name))]));
        var wrongs = table.Findings.Where(f => f.Severity == Severity.Error && f.Row > table.HeaderRow && f.Code != TableCodes.EmptyHeader).ToLookup(f => f.Row!.Value);
        return new(content.Name, !isPeople, isPeople ? people : units, table.Header, rows, wrongs);
    }

    /// <summary>The value of a field, as written, without space around it; empty where the table has no such column.</summary>
    public string Text(TableRow row, string field) => Cell(row, field).Trimmed;

    public TableCell Cell(TableRow row, string field) => map.ColumnOf(field) is { } column ? row[column] : TableCell.Empty;

    public RosterPlace PlaceOf(TableRow row) => new(File, row.Number, labels);

    /// <summary>What reading found wrong in a row.</summary>
    public IEnumerable<RosterSaying> WrongIn(TableRow row, string subject) =>
        wrongs[row.Number].Select(f => new RosterSaying(RosterLineKind.Contradiction, subject, f.TextKey, [.. f.Args.Select(Plain)]).At(PlaceOf(row)));

    private static ColumnMap MapOf(IReadOnlyList<TableHeader> header, IReadOnlyList<TargetField> fields) =>
        new([.. ColumnMap.Propose(header, fields).Matches.Where(m => m.Score >= Sure)]);

    /// <summary>A text file that breaks off in a row has fewer separators in its last line than in its first, and no end of line.</summary>
    private static bool IsCutShort(byte[] bytes, Table table)
    {
        if (bytes.Length == 0 || bytes[^1] is (byte)'\n' or (byte)'\r') return false;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.GetEncoding(table.Encoding ?? "utf-8").GetString(bytes);
        var lines = text.Split('\n');
        var separator = table.Delimiter ?? ',';
        var last = lines[^1].TrimEnd('\0');
        return !last.StartsWith(EndMark, StringComparison.OrdinalIgnoreCase) && SeparatorsOf(last, separator) < SeparatorsOf(lines[table.HeaderRow - 1], separator);
    }

    private static int SeparatorsOf(string line, char separator)
    {
        var (count, quoted) = (0, false);
        foreach (var character in line)
        {
            if (character == '"') quoted = !quoted;
            else if (character == separator && !quoted) count++;
        }

        return count;
    }

    private static IReadOnlyList<TableRow> WithoutEndLine(RosterContent content, IReadOnlyList<TableRow> rows, bool isNeeded)
    {
        if (rows.Count == 0 || !rows[^1][0].Trimmed.Equals(EndMark, StringComparison.OrdinalIgnoreCase))
            return isNeeded ? throw Refused(content, ("roster.refused.no-end", [EndMark])) : rows;
        var said = rows[^1][1].Trimmed;
        var kept = rows.Take(rows.Count - 1).ToList();
        return said == kept.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) ? kept : throw Refused(content, ("roster.refused.wrong-end", [said, kept.Count]));
    }

    private static RosterRefusedException Refused(RosterContent content, params (string Key, object?[] Args)[] why) => new(
        [.. why.Select(w => new RosterSaying(RosterLineKind.Refusal, "", w.Key, w.Args).At(new(content.Name, 0, new Dictionary<string, string>(StringComparer.Ordinal))))]);

    private static object? Plain(object value) => value is string or int or long ? value : value.ToString();
}
