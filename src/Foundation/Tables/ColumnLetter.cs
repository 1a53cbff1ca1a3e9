namespace Entente.Foundation.Tables;

/// <summary>Column letters of spreadsheets: 0 is A, 25 is Z, 26 is AA.</summary>
internal static class ColumnLetter
{
    /// <summary>Columns a spreadsheet program can have (A to XFD).</summary>
    public const int Most = 16_384;

    public static string Of(int index)
    {
        var letters = string.Empty;
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>The column and row of an address such as "C12"; false when it is none that a sheet can have.</summary>
    public static bool TryAddress(ReadOnlySpan<char> address, out int column, out int row)
    {
        column = 0;
        row = 0;
        var at = 0;
        for (; at < address.Length && char.IsAsciiLetter(address[at]); at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(address[at]) - 'A' + 1);
            if (column > Most)
            {
                return false;
            }
        }

        column--;
        return column >= 0 && at < address.Length
            && int.TryParse(address[at..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out row)
            && row is > 0 and <= 1_048_576;
    }
}
