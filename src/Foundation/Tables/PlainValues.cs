using System.Globalization;

namespace Entente.Foundation.Tables;

/// <summary>
/// Types the cells of text files, only where there is no doubt. "007", "1,5" and numbers of more than fifteen digits stay
/// text, for they may be identifiers or mean something else elsewhere.
/// </summary>
internal static class PlainValues
{
    /// <summary>Digits a spreadsheet program keeps of a number.</summary>
    public const int Digits = 15;

    public static TableCell Of(string text)
    {
        var plain = text.AsSpan().Trim();
        if (plain.IsEmpty)
        {
            return TableCell.Empty;
        }

        if (TryNumber(plain, out var number))
        {
            return TableCell.Of(number, text);
        }

        if (plain is "TRUE" or "FALSE")
        {
            return TableCell.Of(plain is "TRUE", text);
        }

        if (plain.Length >= 10 && plain[4] == '-' && char.IsAsciiDigit(plain[0])
            && DateOnly.TryParseExact(plain[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            if (plain.Length == 10)
            {
                return TableCell.Of(date, time: null, text);
            }

            if (plain[10] is 'T' or ' ' && TimeOnly.TryParseExact(plain[11..], ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                return TableCell.Of(date, time, text);
            }
        }

        return TableCell.Of(text);
    }

    /// <summary>Reads -12 and 3.50, at most fifteen digits, no leading zeros, point and no group signs.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        text = text.Trim(' ');
        var digits = text is ['-', ..] ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        return whole.Length is > 0 and <= Digits && (whole[0] != '0' || whole.Length == 1)
            && point != digits.Length - 1 && digits.Length - (point < 0 ? 0 : 1) <= Digits
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Whether a text is what a spreadsheet program left of a long number: "3.70202E+17".</summary>
    public static bool LostDigits(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return exponent > 0 && text.Length is >= 5 and < 25
            && text[..exponent].IndexOfAnyExcept("-0123456789.") < 0
            && int.TryParse(text[(exponent + 2)..], NumberStyles.None, CultureInfo.InvariantCulture, out var power) && power >= Digits - 4;
    }
}
