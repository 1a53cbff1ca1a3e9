namespace Entente.Contracts.Directory;

/// <summary>Parts a person's name as a spreadsheet writes it.</summary>
public static class PersonNames
{
    /// <summary>
    /// "Ellwood, Margaret" and "Margaret Ellwood" alike; a name in Han characters stands whole, with a Latin form in brackets
    /// or beside it where there is one: 王伟 (Wang Wei), whose family name is said first.
    /// </summary>
    public static PersonNameParts Read(string written)
    {
        var native = string.Concat(written.Where(IsHan));
        var latin = string.Join(' ', string.Concat(written.Select(c => IsHan(c) || c is '(' or ')' or '（' or '）' ? ' ' : c))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var comma = latin.IndexOfAny([',', '，']);
        if (comma > 0) return new(latin[..comma].Trim(), latin[(comma + 1)..].Trim(), native.Length > 0, Or(native));
        var words = latin.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return new("", "", FamilyFirst: true, Or(native));
        return native.Length > 0
            ? new(words[0], string.Join(' ', words.Skip(1)), FamilyFirst: true, native)
            : new(words[^1], string.Join(' ', words.SkipLast(1)), FamilyFirst: false);
    }

    /// <summary>Whether a letter is a Chinese character.</summary>
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';

    /// <summary>Whether a text has Chinese characters.</summary>
    public static bool IsHan(string text) => text.Any(IsHan);

    private static string? Or(string text) => text.Length > 0 ? text : null;
}
