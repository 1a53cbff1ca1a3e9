using Entente.Foundation.Tables;

namespace Entente.Foundation.Import;

/// <summary>A table as it was read: its rows as text, and what was found, parted into file and rows.</summary>
/// <param name="Header">The columns.</param>
/// <param name="Reading">How it was read.</param>
/// <param name="Findings">What concerns the file or its header.</param>
/// <param name="Rows">The rows; none where the file cannot be read.</param>
internal sealed record StagedTable(
    IReadOnlyList<TableHeader> Header, ImportReading Reading, IReadOnlyList<ImportFinding> Findings, IReadOnlyList<StagedRow> Rows)
{
    /// <summary>Mistakes that touch every row, so that no row is looked at before they are mended.</summary>
    private static readonly string[] OfHeader =
        [TableCodes.DuplicateHeader, TableCodes.EmptyHeader, TableCodes.MergedHeader, TableCodes.OnlyHeader, TableCodes.TitleRow, TableCodes.MoreFindings];

    /// <summary>Dates are read again where a column is known to hold them.</summary>
    private static readonly string[] OfDates = [TableCodes.DateAmbiguous, TableCodes.DateAsText];

    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Refusal);

    /// <summary>Reads a file.</summary>
    public static StagedTable Read(byte[] bytes, string fileName, ImportReading? chosen = null)
    {
        var options = new TableOptions
        {
            Sheet = chosen?.Sheet,
            HeaderRow = chosen is { HeaderRow: > 0 } ? chosen.HeaderRow : null,
            Encoding = chosen?.Encoding,
            DateOrder = chosen?.DateOrder ?? DateOrder.Ask,
        };
        using var table = TableReader.Open(new MemoryStream(bytes, writable: false), fileName, ImportLimits.Table, options);
        var rows = table.ReadAll();
        var findings = table.Findings.Where(f => !OfDates.Contains(f.Code, StringComparer.Ordinal)).ToLookup(f => IsOfRow(f, table.HeaderRow));
        var ofRows = findings[true].ToLookup(f => f.Row!.Value, ImportFinding.Of);
        return new(
            table.Header,
            new ImportReading
            {
                Sheet = table.Sheet,
                Sheets = [.. table.Sheets.Where(s => !s.IsHidden).Select(s => s.Name)],
                HeaderRow = table.HeaderRow,
                Encoding = table.Encoding,
                DateOrder = options.DateOrder,
            },
            [.. findings[false].Select(ImportFinding.Of)],
            [.. rows.Select(r => new StagedRow(r.Number, [.. r.Cells.Select(c => c.Text)], [.. ofRows[r.Number]]))]);
    }

    private static bool IsOfRow(TableFinding finding, int headerRow) =>
        finding.Row > headerRow && finding.Severity != Severity.Refusal && !OfHeader.Contains(finding.Code, StringComparer.Ordinal);
}

/// <summary>One row as it was read.</summary>
/// <param name="Number">As the sheet shows it.</param>
/// <param name="Cells">The cells as text, from column A.</param>
/// <param name="Findings">What reading found in it.</param>
internal sealed record StagedRow(int Number, IReadOnlyList<string> Cells, IReadOnlyList<ImportFinding> Findings)
{
    public ImportRow Of(Id<ImportRun> run) => new()
    {
        RunId = run,
        Number = Number,
        CellsJson = ImportJson.Write(Cells),
        ReadingJson = ImportRow.JsonOf(Findings),
    };
}
