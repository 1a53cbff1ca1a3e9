using System.Globalization;

namespace Entente.Foundation.Tables.Xlsx;

/// <summary>Turns a cell's type, style and stored text into its value (ECMA-376 part 1, 18.3.1.4).</summary>
internal sealed class CellValues(Workbook workbook, NumberFormats formats, IReadOnlyList<string> texts, TableLimits limits)
{
    /// <exception cref="InvalidDataException">A shared text is asked for that does not exist.</exception>
    public TableCell Of(string? type, int style, string stored, int row, int column, FindingList findings)
    {
        switch (type)
        {
            case "s":
                return int.TryParse(stored.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count
                    ? Text(texts[index], row, column, findings)
                    : stored.Length == 0 ? TableCell.Empty : throw new InvalidDataException();
            case "inlineStr" or "str":
                return Text(EscapedText.Decoded(stored), row, column, findings);
            case "b":
                return stored.Length == 0 ? TableCell.Empty : TableCell.Of(stored.Trim() is "1" or "true");
            case "e":
                findings.Cell(Severity.Error, TableCodes.ErrorValue, row, column, TextChecks.Excerpt(stored));
                return TableCell.Empty;
            case "d":
                return Dates.Read(stored) is { Date: { } date } reading ? TableCell.Of(date, reading.Time) : Text(stored, row, column, findings);
            default:
                return stored.Length == 0 ? TableCell.Empty : Number(stored.Trim(), formats.Of(style), row, column, findings);
        }
    }

    private TableCell Number(string stored, NumberFormat format, int row, int column, FindingList findings)
    {
        if (!decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return Text(stored, row, column, findings);
        }

        if (format != NumberFormat.Number && Serials.Read(format == NumberFormat.Time ? number + 1 : number, workbook.From1904) is { } moment)
        {
            // A time of day alone has no cell kind of its own: "09:30" is what a person would have typed.
            return format == NumberFormat.Date ? TableCell.Of(moment.Date, moment.Time)
                : number is >= 0 and < 1 ? TableCell.Of(IsoText.Of(moment.Time ?? TimeOnly.MinValue))
                : TableCell.Of(moment.Date, moment.Time);
        }

        if (decimal.Truncate(number) == number && Math.Abs(number) >= 1_000_000_000_000_000m)
        {
            findings.Cell(Severity.Error, TableCodes.LongNumber, row, column, stored);
        }

        // Workbooks store the nearest binary number: 0.1 + 0.2 comes as 0.30000000000000004, which they show with 15 digits.
        return TableCell.Of(Shown(number));
    }

    private TableCell Text(string text, int row, int column, FindingList findings) =>
        string.IsNullOrEmpty(text) ? TableCell.Empty : TableCell.Of(TextChecks.Checked(text, row, column, limits, findings));

    private static decimal Shown(decimal number)
    {
        var rounded = ((double)number).ToString("G15", CultureInfo.InvariantCulture);
        return decimal.TryParse(rounded, NumberStyles.Float, CultureInfo.InvariantCulture, out var shown) ? shown : number;
    }
}
