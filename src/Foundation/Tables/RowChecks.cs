namespace Entente.Foundation.Tables;

/// <summary>What is looked at in every row once the header is known.</summary>
internal sealed class RowChecks(
    IReadOnlyList<TableHeader> header, int headerRow, TableFormat format, TableLimits limits, DateOrder order, FindingList findings)
{
    private int _rows;

    /// <exception cref="TableRefusedException">There are more rows than allowed.</exception>
    public void Check(TableRow row)
    {
        if (row.Number <= headerRow)
        {
            return;
        }

        if (++_rows > limits.MaxRows)
        {
            throw TableRefusedException.At(row.Number, TableCodes.TooManyRows, limits.MaxRows);
        }

        for (var column = 0; column < row.Cells.Count; column++)
        {
            var cell = row.Cells[column];
            if (cell.IsEmpty)
            {
                continue;
            }

            if (cell.Kind == TableCellKind.Text)
            {
                CheckDate(cell.Text, row.Number, column);
            }

            if (column >= header.Count && format == TableFormat.Csv)
            {
                // In a text file a cell too many means that a separator inside a text moved the rest to the right.
                findings.Row(Severity.Error, TableCodes.ExtraCells, row.Number, row.Cells.Count, header.Count);
                break;
            }

            if (column >= header.Count || header[column].Name.Length == 0)
            {
                findings.FirstInColumn(Severity.Error, TableCodes.EmptyHeader, row.Number, column, headerRow);
            }
        }
    }

    /// <summary>Asks once per column, for whether a column holds dates at all is only known when it is mapped.</summary>
    private void CheckDate(string text, int row, int column)
    {
        if (text.Length is < 8 or > 30 || !char.IsAsciiDigit(text[0]) || text.AsSpan().IndexOfAny("/-. 年") < 0)
        {
            return;
        }

        var reading = Dates.Read(text, order);
        if (reading.Problem == DateProblem.Ambiguous)
        {
            findings.FirstInColumn(Severity.Warning, TableCodes.DateAmbiguous, row, column, TextChecks.Excerpt(text));
        }
        else if (reading.IsDate && format == TableFormat.Xlsx)
        {
            findings.FirstInColumn(Severity.Information, TableCodes.DateAsText, row, column, TextChecks.Excerpt(text), IsoText.Of(reading.Date!.Value));
        }
    }
}
