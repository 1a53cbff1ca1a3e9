namespace Entente.Foundation.Tables;

/// <summary>
/// Text that a spreadsheet program would take for a formula when it opens a CSV file (OWASP: CSV injection). Written with an
/// apostrophe in front; a text that already begins with apostrophes and then such a sign gets one more, so that taking one off
/// again always gives back what was written.
/// </summary>
internal static class DangerousText
{
    /// <summary>Whether the text begins like a formula and is not simply a number.</summary>
    public static bool Is(string text) => text.Length > 0 && IsSign(text[0]) && !PlainValues.TryNumber(text, out _);

    public static string Neutralised(string text) => BeginsLikeOne(text) && !PlainValues.TryNumber(text, out _) ? "'" + text : text;

    /// <summary>Takes off the apostrophe that <see cref="Neutralised"/> put on; false when there was none.</summary>
    public static bool TryRestore(string text, out string restored)
    {
        restored = text is ['\'', ..] && BeginsLikeOne(text) ? text[1..] : text;
        return restored.Length < text.Length;
    }

    /// <summary>Worth a finding: dangerous, and neither a telephone number nor a dash for "nothing".</summary>
    public static bool IsSuspicious(string text) =>
        Is(text) && !text.AsSpan().Trim("-+ ").IsEmpty && !(text[0] == '+' && text.AsSpan(1).IndexOfAnyExcept("0123456789 ()-./") < 0);

    private static bool BeginsLikeOne(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return rest.Length > 0 && IsSign(rest[0]);
    }

    private static bool IsSign(char character) => character is '=' or '+' or '-' or '@' or '\t' or '\r';
}
