using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;

namespace Entente.Ui.Forms;

/// <summary>Reads a text in every language, as a <c>BilingualField</c> sends it.</summary>
public static class EachLanguage
{
    /// <summary>The text, trimmed, in the languages it was written in.</summary>
    /// <param name="form">The form as it was sent.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="most">The most characters in each language.</param>
    /// <param name="required">Whether it must be written in every language.</param>
    public static LocalizedText Of(FormReader form, string name, int most, bool required = false) => new(Language.All
        .Select(l => (l.Tag, Text: form.Text($"{name}-{l.Segment}", most, required).ReplaceLineEndings("\n"))).Where(t => t.Text.Length > 0)
        .ToDictionary(t => t.Tag, t => t.Text, StringComparer.Ordinal));
}
