using System.Globalization;

namespace Entente.Foundation.Texts;

/// <summary>A language the product speaks.</summary>
/// <param name="Tag">BCP 47: the name of the text files.</param>
/// <param name="Segment">The first segment of public addresses: <c>en</c>, <c>zh</c>.</param>
/// <param name="Name">Its name in itself.</param>
public sealed record Language(string Tag, string Segment, string Name)
{
    /// <summary>English.</summary>
    public static Language English { get; } = new("en", "en", "English");

    /// <summary>Simplified Chinese.</summary>
    public static Language Chinese { get; } = new("zh-Hans", "zh", "中文");

    /// <summary>Every language, the first is the fallback.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Chinese];

    /// <summary>The language of this request.</summary>
    public static Language Current => Of(CultureInfo.CurrentUICulture.Name) ?? English;

    /// <summary>The culture that formats and compares for this language.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Tag == "en" ? "en-GB" : "zh-Hans-CN");

    /// <summary>The language of a tag or address segment (<c>zh-CN</c>, <c>zh</c>, <c>en-GB</c>); none where unknown.</summary>
    public static Language? Of(string? tag) => All.FirstOrDefault(l =>
        tag is not null && tag.Split('-')[0].Equals(l.Segment, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says something in this language, whatever the language of the request.</summary>
    public T Within<T>(Func<T> said)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Use();
        try
        {
            return said();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    /// <summary>Makes this the language of the running request or job.</summary>
    public void Use() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Culture;
}
