namespace Entente.Foundation.Tables.Xlsx;

/// <summary>A sheet of an Office Open XML workbook (ECMA-376), transitional or strict.</summary>
internal sealed class XlsxSource : ITableSource
{
    private readonly GuardedArchive _archive;
    private readonly TableLimits _limits;
    private readonly TableOptions _options;
    private readonly Workbook _workbook;
    private readonly WorkbookSheet? _sheet;
    private readonly CellValues _values;
    private readonly TableRefusedException? _noSheet;
    private readonly long _unpackedBefore;

    private XlsxSource(GuardedArchive archive, TableLimits limits, TableOptions options, FindingList findings)
    {
        _archive = archive;
        _limits = limits;
        _options = options;
        PackageCheck.Demand(archive, options, findings);
        _workbook = Workbook.Read(archive);
        _values = new CellValues(
            _workbook, NumberFormats.Read(archive, _workbook.StylesPart), SharedTexts.Read(archive, _workbook.SharedTextsPart, limits), limits);
        try
        {
            _sheet = _workbook.Choose(options.Sheet);
            var others = _workbook.Sheets.Count(sheet => !sheet.IsHidden && sheet != _sheet);
            if (options.Sheet is null && others > 0)
            {
                findings.File(Severity.Information, TableCodes.OtherSheets, _sheet.Name, others);
            }
        }
        catch (TableRefusedException refusal)
        {
            // Thrown on reading instead, so that the table can still list its sheets.
            _noSheet = refusal;
        }

        _unpackedBefore = archive.Unpacked;
    }

    public TableFormat Format => TableFormat.Xlsx;

    public string? Sheet => _sheet?.Name;

    public IReadOnlyList<TableSheet> Sheets => [.. _workbook.Sheets.Select(sheet => new TableSheet(sheet.Name, sheet.IsHidden))];

    public string? Encoding => null;

    public char? Delimiter => null;

    /// <exception cref="TableRefusedException">The workbook must not be read.</exception>
    public static XlsxSource Open(Stream file, TableLimits limits, TableOptions options, FindingList findings)
    {
        var archive = new GuardedArchive(file, limits);
        try
        {
            return new XlsxSource(archive, limits, options, findings);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public IEnumerable<TableRow> Read(FindingList findings, int headerRow)
    {
        if (_noSheet is not null)
        {
            throw _noSheet;
        }

        _archive.Restart(_unpackedBefore);
        using var xml = PartXml.Open(_archive, _sheet!.Part) ?? throw new InvalidDataException();
        foreach (var row in new SheetRows(xml, _values, _limits, _options.Formulas, findings).Read(headerRow))
        {
            yield return row;
        }
    }

    public void Dispose() => _archive.Dispose();
}
