using CsvHelper;

namespace Entente.Foundation.Tables.Csv;

/// <summary>A text file with separated values.</summary>
internal sealed class CsvSource : ITableSource
{
    private const int BeginningCharacters = 65_536;

    private readonly Stream _file;
    private readonly CsvEncoding _encoding;
    private readonly TableLimits _limits;
    private readonly bool _namesDelimiter;

    private CsvSource(Stream file, CsvEncoding encoding, char delimiter, bool namesDelimiter, TableLimits limits)
    {
        _file = file;
        _encoding = encoding;
        _limits = limits;
        _namesDelimiter = namesDelimiter;
        Delimiter = delimiter;
    }

    public TableFormat Format => TableFormat.Csv;

    public string? Sheet => null;

    public IReadOnlyList<TableSheet> Sheets => [];

    public string Encoding => _encoding.Name;

    public char? Delimiter { get; }

    /// <exception cref="TableRefusedException">The encoding cannot be read.</exception>
    public static CsvSource Open(Stream file, string fileName, TableLimits limits, TableOptions options, FindingList findings)
    {
        var encoding = CsvEncoding.Of(file, options.Encoding, findings);
        using var text = Text(file, encoding);
        var characters = new char[BeginningCharacters];
        var beginning = new string(characters, 0, text.ReadBlock(characters, 0, characters.Length));
        var named = CsvDelimiter.Named(beginning);
        var delimiter = named ?? CsvDelimiter.Of(beginning);
        return new CsvSource(file, encoding, delimiter, named is not null, limits);
    }

    public IEnumerable<TableRow> Read(FindingList findings, int headerRow)
    {
        using var text = new GuardedText(Text(_file, _encoding), Delimiter!.Value, _limits);
        using var records = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = Delimiter,
            HasHeader = false,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record =>
            {
                // A stray quote is kept as it is; text after a closing one loses its quotes.
                if (record.Reason is CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote)
                {
                    var severity = record.Reason == CsvMalformedReason.StrayQuote ? Severity.Warning : Severity.Error;
                    findings.Row(severity, TableCodes.StrayQuote, (int)record.LineNumber);
                }
            },
        });

        while (records.Read())
        {
            var line = (int)records.LineNumber;
            if (line == 1 && _namesDelimiter)
            {
                continue;
            }

            var row = Row(records, line, findings);
            if (row.Cells.Count > 0)
            {
                yield return row;
            }
        }

        if (text.EndsQuoted)
        {
            throw TableRefusedException.At(text.QuoteLine, TableCodes.UnclosedQuote);
        }
    }

    public void Dispose()
    {
    }

    private static StreamReader Text(Stream file, CsvEncoding encoding)
    {
        file.Position = 0;
        return new StreamReader(file, encoding.Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true).PastMark();
    }

    private TableRow Row(CsvReader records, int line, FindingList findings)
    {
        var cells = new List<TableCell>(Math.Min(records.FieldCount, _limits.MaxColumns));
        for (var column = 0; column < records.FieldCount; column++)
        {
            var cell = CsvCell.Of(records.GetString(column), line, column, _limits, findings);
            if (cell.IsEmpty)
            {
                continue;
            }

            if (column >= _limits.MaxColumns)
            {
                throw TableRefusedException.At(line, TableCodes.TooManyColumns, _limits.MaxColumns);
            }

            while (cells.Count < column)
            {
                cells.Add(TableCell.Empty);
            }

            cells.Add(cell);
        }

        return new TableRow(line, cells);
    }
}
