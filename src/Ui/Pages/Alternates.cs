using Entente.Foundation.Texts;

namespace Entente.Ui.Pages;

/// <summary>The address of a public page in another language: the first segment changes, the rest stays.</summary>
public static class Alternates
{
    /// <summary>The path in a language: <c>/en/partners</c> → <c>/zh/partners</c>.</summary>
    public static string In(Language language, string path)
    {
        var rest = path.TrimStart('/');
        var end = rest.IndexOf('/', StringComparison.Ordinal);
        var first = end < 0 ? rest : rest[..end];
        if (Language.All.Any(l => l.Segment == first)) rest = end < 0 ? "" : rest[(end + 1)..];
        return rest.Length == 0 ? "/" + language.Segment : $"/{language.Segment}/{rest}";
    }
}
