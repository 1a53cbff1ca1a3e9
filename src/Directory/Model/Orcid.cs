namespace Entente.Directory.Model;

/// <summary>The ORCID iD of a person: fifteen digits and a check character by ISO/IEC 7064 modulo 11-2, kept as <c>0000-0000-0000-0000</c>.</summary>
internal static class Orcid
{
    /// <summary>The identifier in its usual form; none where it is none.</summary>
    /// <param name="written">Digits with or without hyphens, or the address.</param>
    /// <param name="textKey">Why not, as the key of a sentence.</param>
    public static string? Read(string written, out string? textKey)
    {
        var text = written.Trim();
        var slash = text.LastIndexOf('/');
        var digits = (slash >= 0 ? text[(slash + 1)..] : text).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        textKey = null;
        if (digits.Length != 16 || !digits[..15].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(digits[15]) || digits[15] == 'X'))
            textKey = "directory.orcid.form";
        else if (CheckCharacter(digits[..15]) != digits[15])
            textKey = "directory.orcid.check";
        return textKey is null ? $"{digits[..4]}-{digits[4..8]}-{digits[8..12]}-{digits[12..]}" : null;
    }

    /// <summary>The check character of fifteen digits.</summary>
    public static char CheckCharacter(string fifteen)
    {
        var total = fifteen.Aggregate(0, (sum, digit) => (sum + (digit - '0')) * 2 % 11);
        var check = (12 - total) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }
}
