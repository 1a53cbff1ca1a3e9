namespace Entente.Foundation.Tables;

/// <summary>What is looked at in every text cell, whatever the format.</summary>
internal static class TextChecks
{
    /// <summary>The text, cut to the limit, after findings about length, characters and encoding.</summary>
    public static string Checked(string text, int row, int column, TableLimits limits, FindingList findings)
    {
        if (text.Length > limits.MaxCellCharacters)
        {
            findings.Cell(Severity.Error, TableCodes.CellTooLong, row, column, limits.MaxCellCharacters);
            text = text[..limits.MaxCellCharacters];
        }

        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r') && character < '\u0080')
            {
                findings.Cell(Severity.Error, TableCodes.ControlCharacters, row, column);
                break;
            }
        }

        if (Mojibake.In(text))
        {
            findings.Cell(Severity.Error, TableCodes.GarbledText, row, column, Excerpt(text));
        }

        return text;
    }

    /// <summary>The beginning of a text, for a sentence about it.</summary>
    public static string Excerpt(string text)
    {
        var shown = HeaderText.Shown(text);
        return shown.Length <= 40 ? shown : string.Concat(shown.AsSpan(0, char.IsHighSurrogate(shown[38]) ? 38 : 39), "…");
    }
}
