using System.Net;
using System.Text;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Mail;

/// <summary>Writes a short letter in both forms: a greeting, sentences, one link as a button, and what stands below.</summary>
/// <param name="Language">The language it is written in.</param>
/// <param name="Greeting">The first line.</param>
/// <param name="Paragraphs">Sentences.</param>
/// <param name="Action">The verb and the full address; none: there is nothing to do.</param>
/// <param name="Foot">Small print: why this was sent.</param>
public sealed record MailLetter(
    Language Language, string Greeting, IReadOnlyList<string> Paragraphs, (string Verb, string Address)? Action = null, string? Foot = null)
{
    private const string Family = "font-family:system-ui,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";

    /// <summary>The letter as plain text and as HTML; mail programs take styles only inline.</summary>
    public MailBody Write() => new(Plain(), Html());

    /// <summary>A text that a person wrote, as plain text and as HTML: its paragraphs and line breaks as they stand.</summary>
    public static MailBody OfText(Language language, string text)
    {
        var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var html = string.Concat(paragraphs.Select(p => "<p>" + Encoded(p).Replace("\n", "<br>", StringComparison.Ordinal) + "</p>"));
        return new(text, $"<!DOCTYPE html><html lang=\"{language.Tag}\"><head><meta charset=\"utf-8\"></head><body style=\"margin:0;padding:24px;color:#1d2521;line-height:1.6;{Family}\"><div style=\"max-width:36em\">{html}</div></body></html>");
    }

    private string Plain()
    {
        var text = new StringBuilder().AppendLine(Greeting).AppendLine();
        foreach (var paragraph in Paragraphs) text.AppendLine(paragraph).AppendLine();
        if (Action is var (verb, address)) text.Append(verb).AppendLine(":").AppendLine(address).AppendLine();
        if (Foot is not null) text.AppendLine("--").AppendLine(Foot);
        return text.ToString();
    }

    private string Html()
    {
        var html = new StringBuilder()
            .Append("<!DOCTYPE html><html lang=\"").Append(Language.Tag).Append("\"><head><meta charset=\"utf-8\"></head><body style=\"margin:0;padding:24px;color:#1d2521;line-height:1.6;")
            .Append(Family).Append("\"><div style=\"max-width:36em\"><p>").Append(Encoded(Greeting)).Append("</p>");
        foreach (var paragraph in Paragraphs) html.Append("<p>").Append(Encoded(paragraph)).Append("</p>");
        if (Action is var (verb, address))
        {
            html.Append("<p><a href=\"").Append(Encoded(address)).Append("\" style=\"display:inline-block;padding:10px 18px;background:#1f5c43;color:#fff;text-decoration:none;border-radius:4px\">")
                .Append(Encoded(verb)).Append("</a></p><p style=\"font-size:13px;color:#5c6660;word-break:break-all\">").Append(Encoded(address)).Append("</p>");
        }

        if (Foot is not null) html.Append("<p style=\"font-size:13px;color:#5c6660;border-top:1px solid #dde2df;padding-top:12px\">").Append(Encoded(Foot)).Append("</p>");
        return html.Append("</div></body></html>").ToString();
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
