using System.Globalization;
using NodaTime;

namespace Entente.Foundation.Tables;

/// <summary>Turns the value of an export's column into a cell, the same for every format.</summary>
internal static class WrittenValues
{
    public static TableCell Of(object? value) => value switch
    {
        null => TableCell.Empty,
        string text => TableCell.Of(UnicodeText.Repaired(text)),
        bool flag => TableCell.Of(flag),
        byte or sbyte or short or ushort or int or uint or long or ulong or decimal =>
            OfNumber(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        double or float => OfFloating(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        DateOnly date => TableCell.Of(date),
        LocalDate date => TableCell.Of(date.ToDateOnly()),
        LocalDateTime moment => TableCell.Of(moment.Date.ToDateOnly(), moment.TimeOfDay.ToTimeOnly()),
        TimeOnly time => TableCell.Of(IsoText.Of(time)),
        LocalTime time => TableCell.Of(IsoText.Of(time.ToTimeOnly())),

        // An instant has no date without a place, and a sheet has no zones: its text says UTC.
        Instant instant => TableCell.Of(instant.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        IFormattable other => TableCell.Of(UnicodeText.Repaired(other.ToString(format: null, CultureInfo.InvariantCulture))),
        _ => TableCell.Of(UnicodeText.Repaired(value.ToString() ?? string.Empty)),
    };

    /// <summary>Whole numbers of more than fifteen digits become text, since spreadsheet programs would round them.</summary>
    private static TableCell OfNumber(decimal number) =>
        Math.Abs(number) >= 1_000_000_000_000_000m
            ? TableCell.Of(number.ToString(CultureInfo.InvariantCulture))
            : TableCell.Of(number);

    private static TableCell OfFloating(double number) =>
        double.IsFinite(number) && Math.Abs(number) < 1e15
            ? TableCell.Of((decimal)number)
            : TableCell.Of(number.ToString("R", CultureInfo.InvariantCulture));
}
