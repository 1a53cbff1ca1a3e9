using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Partners.Partners;

/// <summary>Text that was written once, in whichever language.</summary>
internal static class EnteredText
{
    /// <summary>The text under the language its letters show: Chinese where it has a Chinese character, else English.</summary>
    public static LocalizedText In(string text) => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [text.Any(c => c is >= '\u3400' and <= '\u9fff') ? Language.Chinese.Tag : Language.English.Tag] = text,
    });
}
