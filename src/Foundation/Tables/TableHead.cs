namespace Entente.Foundation.Tables;

/// <summary>What opening a file tells: its header and what is wrong with it.</summary>
internal sealed record TableHead(IReadOnlyList<TableHeader> Header, int Row, IReadOnlyList<TableFinding> Findings)
{
    public static TableHead Refused(params IReadOnlyList<TableFinding> findings) => new([], 0, findings);

    /// <summary>Reads as far as the first row under the header.</summary>
    /// <exception cref="TableRefusedException">There is no header, or the file must not be read.</exception>
    public static TableHead Read(ITableSource source, TableOptions options, TableLimits limits, IReadOnlyList<TableFinding> before)
    {
        TableRow? head = null;
        TableRow? first = null;

        // What this pass finds in cells is found again by the pass over the rows; only the header matters here.
        foreach (var row in source.Read(new FindingList(limits.MaxFindingsPerCode), headerRow: 0))
        {
            if (head is not null)
            {
                first = row;
                break;
            }

            head = options.HeaderRow is { } wanted && row.Number < wanted ? null : row;
        }

        if (head is null)
        {
            throw source.Sheet is { } sheet
                ? new TableRefusedException(TableCodes.EmptySheet, sheet)
                : new TableRefusedException(TableCodes.EmptyFile);
        }

        var header = head.Cells.Select((cell, index) => new TableHeader(index, HeaderText.Shown(cell.Text))).ToList();
        var findings = new FindingList(limits.MaxFindingsPerCode, header);
        Compare(header, head.Number, findings);
        if (first is null)
        {
            findings.Row(Severity.Error, TableCodes.OnlyHeader, head.Number);
        }
        else if (Filled(head) == 1 && Filled(first) > 1)
        {
            findings.Row(Severity.Warning, TableCodes.TitleRow, head.Number, TextChecks.Excerpt(header.First(column => column.Name.Length > 0).Name));
        }

        return new TableHead(header, head.Number, [.. before, .. findings.All()]);
    }

    private static int Filled(TableRow row) => row.Cells.Count(cell => !cell.IsEmpty);

    private static void Compare(List<TableHeader> header, int row, FindingList findings)
    {
        var known = new Dictionary<string, TableHeader>(StringComparer.Ordinal);
        foreach (var column in header.Where(column => column.Name.Length > 0))
        {
            if (!known.TryAdd(HeaderText.Key(column.Name), column))
            {
                findings.Cell(Severity.Error, TableCodes.DuplicateHeader, row, column.Index, known[HeaderText.Key(column.Name)].Label);
            }
        }
    }
}
