namespace Entente.Foundation.Tables;

/// <summary>
/// A table somebody handed in. Opening reads the header; <see cref="Rows"/> streams the rest and completes
/// <see cref="Findings"/>. A refused table has no rows, and a table refused on the way must not be taken over at all: look at
/// <see cref="IsRefused"/> after the last row, or use <see cref="ReadAll"/>. Not safe for use by two threads at once.
/// </summary>
public sealed class Table : IDisposable
{
    private readonly ITableSource? _source;
    private readonly TableLimits _limits;
    private readonly DateOrder _order;
    private readonly Stream? _owned;
    private readonly List<TableFinding> _opening;
    private FindingList _reading;
    private TableFinding? _refusal;

    internal Table(string fileName, TableLimits limits, DateOrder order, ITableSource? source, Stream? owned, TableHead head)
    {
        FileName = fileName;
        _limits = limits;
        _order = order;
        _source = source;
        _owned = owned;
        _opening = [.. head.Findings];
        _reading = new FindingList(limits.MaxFindingsPerCode, head.Header);
        Header = head.Header;
        HeaderRow = head.Row;
    }

    /// <summary>The file's name as handed in.</summary>
    public string FileName { get; }

    /// <summary>The kind of file; null when it is none that can be read.</summary>
    public TableFormat? Format => _source?.Format;

    /// <summary>The sheets of a workbook in the order of their tabs; empty for a text file.</summary>
    public IReadOnlyList<TableSheet> Sheets => _source?.Sheets ?? [];

    /// <summary>The sheet that is read; null for a text file.</summary>
    public string? Sheet => _source?.Sheet;

    /// <summary>The text file's encoding, such as "utf-8" or "gb18030"; null for a workbook.</summary>
    public string? Encoding => _source?.Encoding;

    /// <summary>The text file's separator; null for a workbook.</summary>
    public char? Delimiter => _source?.Delimiter;

    /// <summary>The columns from A to the last one with a header; empty when the table is refused.</summary>
    public IReadOnlyList<TableHeader> Header { get; }

    /// <summary>The row (or line) the header stands in; 0 when there is none.</summary>
    public int HeaderRow { get; }

    /// <summary>What was found so far, in order; complete after all <see cref="Rows"/> were read.</summary>
    public IReadOnlyList<TableFinding> Findings =>
        _refusal is null ? [.. _opening, .. _reading.All()] : [.. _opening, .. _reading.All(), _refusal];

    /// <summary>Whether the file is not to be taken over: refused when opened, or while its rows were read.</summary>
    public bool IsRefused => _refusal is not null || _opening.Exists(finding => finding.Severity == Severity.Refusal);

    /// <summary>
    /// The rows under the header that have something in them, read from the file as they are asked for. Reading again starts
    /// from the beginning and gives the same. Ends early when the file has to be refused.
    /// </summary>
    public IEnumerable<TableRow> Rows
    {
        get
        {
            if (_source is null || IsRefused)
            {
                yield break;
            }

            _reading = new FindingList(_limits.MaxFindingsPerCode, Header);
            var checks = new RowChecks(Header, HeaderRow, _source.Format, _limits, _order, _reading);
            using var rows = _source.Read(_reading, HeaderRow).GetEnumerator();
            while (Next(rows, checks) is { } row)
            {
                if (row.Number > HeaderRow)
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>All rows at once; none when the table is refused. For tables that fit in memory.</summary>
    public IReadOnlyList<TableRow> ReadAll()
    {
        var rows = Rows.ToList();
        return IsRefused ? [] : rows;
    }

    /// <summary>Frees what was opened; the stream that was handed in stays open.</summary>
    public void Dispose()
    {
        _source?.Dispose();
        _owned?.Dispose();
    }

    private TableRow? Next(IEnumerator<TableRow> rows, RowChecks checks)
    {
        try
        {
            if (!rows.MoveNext())
            {
                return null;
            }

            checks.Check(rows.Current);
            return rows.Current;
        }
        catch (Exception exception) when (TableRefusedException.FindingFor(exception) is { } finding)
        {
            _refusal = finding;
            return null;
        }
    }
}
