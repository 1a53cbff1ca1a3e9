using MimeKit;
using NodaTime;

namespace Entente.Foundation.Letters;

/// <summary>A mail from outside, as much of it as is filed.</summary>
/// <param name="MessageId">Its Message-ID.</param>
/// <param name="FromName">The name it says it is from.</param>
/// <param name="FromEmail">The address it says it is from, in lower case.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text without markup.</param>
/// <param name="At">The moment it says it was written.</param>
/// <param name="Answers">The Message-IDs it answers, the nearest first.</param>
/// <param name="Bounce">Why a mail of ours could not be delivered; none: it is no such notice.</param>
internal sealed record ReceivedMail(
    string MessageId, string FromName, string FromEmail, string Subject, string Text, Instant At, IReadOnlyList<string> Answers, string? Bounce)
{
    private const int MostReferences = 50;

    /// <summary>Whether our own mail server found that it is not from whom it says (RFC 8601): the first such header is its, any below may be anybody's.</summary>
    public bool IsForged { get; init; }

    /// <summary>Reads a mail as it was saved from a mail program (RFC 5322).</summary>
    /// <returns>The mail; none where it is none.</returns>
    public static async Task<ReceivedMail?> ReadAsync(Stream file, CancellationToken cancellation)
    {
        MimeMessage message;
        try
        {
            message = await MimeMessage.LoadAsync(file, cancellation);
        }
        catch (FormatException)
        {
            return null;
        }

        using (message)
        {
            if (message.From.Mailboxes.FirstOrDefault() is not { } from || string.IsNullOrWhiteSpace(message.MessageId)) return null;
            var bounce = BounceOf(message, out var undelivered);
            string?[] answers = [undelivered, message.InReplyTo, .. message.References.Reverse()];
            return new(
                Cut(message.MessageId, 300), Cut(from.Name ?? "", 200), Cut(from.Address.ToLowerInvariant(), 254), Cut(message.Subject ?? "", 300), Cut(TextOf(message), LetterReply.LongestText),
                Instant.FromDateTimeOffset(message.Date), [.. answers.OfType<string>().Where(a => a.Length > 0).Distinct(StringComparer.Ordinal).Take(MostReferences)], bounce)
            {
                IsForged = IsSaidForged(message.Headers[HeaderId.AuthenticationResults]),
            };
        }
    }

    private static bool IsSaidForged(string? results)
    {
        var said = (results ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Says("dmarc=fail") || (Says("spf=fail") && !Says("dkim=pass") && !Says("dmarc=pass"));

        bool Says(string verdict) => said.Any(s => s.StartsWith(verdict, StringComparison.OrdinalIgnoreCase));
    }

    private static string TextOf(MimeMessage message) =>
        message.TextBody ?? (message.HtmlBody is { } html ? System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(
            html, "<style[^>]*>.*?</style>|<script[^>]*>.*?</script>|<[^>]+>", " ",
            System.Text.RegularExpressions.RegexOptions.Singleline | System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))) : "");

    /// <summary>A notice of non-delivery (RFC 3464) says of which mail and why.</summary>
    private static string? BounceOf(MimeMessage message, out string? undelivered)
    {
        undelivered = null;
        if (message.Body is not MultipartReport { ReportType: "delivery-status" } report) return null;
        var status = report.OfType<MessageDeliveryStatus>().FirstOrDefault();
        var failed = status?.StatusGroups.FirstOrDefault(g => string.Equals(g["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase));
        if (failed is null) return null;
        undelivered = report.OfType<MessagePart>().FirstOrDefault()?.Message?.MessageId
            ?? (report.OfType<TextRfc822Headers>().FirstOrDefault()?.Message?.MessageId);
        var why = failed["Diagnostic-Code"] ?? failed["Status"] ?? "failed";
        return Cut(string.Concat(why.ReplaceLineEndings(" ")).Trim(), LetterRecipient.LongestReason);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
