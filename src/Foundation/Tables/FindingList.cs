namespace Entente.Foundation.Tables;

/// <summary>Collects findings of one pass over a file, a bounded number of each code.</summary>
internal sealed class FindingList(int mostPerCode, IReadOnlyList<TableHeader>? header = null)
{
    private readonly List<TableFinding> _findings = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string Code, int Column)> _once = [];

    /// <summary>The findings; where only some of a code were kept, the last one is followed by how many more there were.</summary>
    public IEnumerable<TableFinding> All()
    {
        var kept = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in _findings)
        {
            yield return finding;
            kept[finding.Code] = kept.GetValueOrDefault(finding.Code) + 1;
            if (kept[finding.Code] == mostPerCode && _counts[finding.Code] > mostPerCode)
            {
                yield return new TableFinding(
                    finding.Severity, TableCodes.MoreFindings, finding.Row, Column: null, finding.Row ?? 0, _counts[finding.Code] - mostPerCode);
            }
        }
    }

    public void Add(TableFinding finding)
    {
        var count = _counts.GetValueOrDefault(finding.Code) + 1;
        _counts[finding.Code] = count;
        if (count <= mostPerCode)
        {
            _findings.Add(finding);
        }
    }

    public void File(Severity severity, string code, params object[] args) =>
        Add(new TableFinding(severity, code, Row: null, Column: null, args));

    public void Row(Severity severity, string code, int row, params object[] args) =>
        Add(new TableFinding(severity, code, row, Column: null, [row, .. args]));

    public void Cell(Severity severity, string code, int row, int column, params object[] args) =>
        Add(new TableFinding(severity, code, row, ColumnLetter.Of(column), [row, Label(column), .. args]));

    /// <summary>Like <see cref="Cell"/>, but only the first time for a column: one question instead of five hundred.</summary>
    public void FirstInColumn(Severity severity, string code, int row, int column, params object[] args)
    {
        if (_once.Add((code, column)))
        {
            Cell(severity, code, row, column, args);
        }
    }

    private string Label(int column) =>
        header is not null && column < header.Count ? header[column].Label : ColumnLetter.Of(column);
}
