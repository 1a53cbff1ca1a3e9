namespace Entente.Contracts.Directory;

/// <summary>
/// The identifier of the Research Organization Registry: a zero, six characters of Crockford's base 32, and two check
/// digits by ISO/IEC 7064 modulo 97 over the number they stand for.
/// </summary>
public static class RorIdentifier
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The nine characters of an identifier written in any usual way (with or without address); none where it is none.</summary>
    public static string? Read(string? written)
    {
        var text = (written ?? "").Trim().ToLowerInvariant();
        var slash = text.LastIndexOf('/');
        if (slash >= 0) text = text[(slash + 1)..];
        return IsValid(text) ? text : null;
    }

    /// <summary>Whether nine characters are an identifier whose check digits are right.</summary>
    public static bool IsValid(string text) =>
        HasForm(text) && text.AsSpan(7).SequenceEqual(CheckDigits(text[1..7]));

    /// <summary>Whether a text looks like an identifier, whatever its check digits.</summary>
    public static bool HasForm(string text) =>
        text.Length == 9 && text[0] == '0' && text[1..7].All(c => Alphabet.Contains(c, StringComparison.Ordinal)) && char.IsAsciiDigit(text[7]) && char.IsAsciiDigit(text[8]);

    /// <summary>The check digits of the six characters between the zero and them.</summary>
    public static string CheckDigits(string six)
    {
        long number = 0;
        foreach (var character in six) number = number * 32 + Alphabet.IndexOf(character, StringComparison.Ordinal);
        return (98 - number * 100 % 97).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }
}
