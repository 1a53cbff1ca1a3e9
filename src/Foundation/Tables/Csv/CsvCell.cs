namespace Entente.Foundation.Tables.Csv;

/// <summary>Turns what stands between two separators into a cell.</summary>
internal static class CsvCell
{
    public static TableCell Of(string text, int row, int column, TableLimits limits, FindingList findings)
    {
        if (text.Length == 0)
        {
            return TableCell.Empty;
        }

        if (DangerousText.TryRestore(text, out var restored))
        {
            return TableCell.Of(TextChecks.Checked(restored, row, column, limits, findings));
        }

        text = TextChecks.Checked(text, row, column, limits, findings);
        var cell = PlainValues.Of(text);
        if (cell.Kind != TableCellKind.Text)
        {
            return cell;
        }

        if (DangerousText.IsSuspicious(text))
        {
            findings.Cell(Severity.Warning, TableCodes.FormulaLike, row, column, TextChecks.Excerpt(text));
        }
        else if (PlainValues.LostDigits(text.AsSpan().Trim()))
        {
            findings.Cell(Severity.Error, TableCodes.LongNumber, row, column, text.Trim());
        }

        return cell;
    }
}
