using System.Net;

namespace Entente.Ui.Figures;

/// <summary>
/// A number that can be asked where it comes from: a link to its page, with a fine dotted underline. A script opens its panel beside it;
/// without one the link is followed.
/// </summary>
public static class LivingFigureLink
{
    /// <summary>The HTML of a figure.</summary>
    /// <param name="id">The figure's id.</param>
    /// <param name="content">What is read, as HTML: the number.</param>
    /// <param name="language">The first segment of public addresses; none inside the office.</param>
    public static string Html(string id, string content, string? language)
    {
        var address = WebUtility.HtmlEncode(Address(id, language));
        return $"<a class=\"living\" href=\"{address}\" data-panel=\"{address}/panel\">{content}</a>";
    }

    /// <summary>The figure's page.</summary>
    public static string Address(string id, string? language) => (language is null ? "" : "/" + language) + "/figures/" + Uri.EscapeDataString(id);
}
