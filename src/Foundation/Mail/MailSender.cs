using Entente.Foundation.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Entente.Foundation.Mail;

/// <summary>The mail server refuses the mail for good; another attempt would be refused too.</summary>
internal sealed class MailRefusedException(string message, Exception inner) : Exception(message, inner);

/// <summary>The mail server cannot be trusted with the mail; another attempt may find that mended.</summary>
internal sealed class MailServerException(string message, Exception inner) : Exception(message, inner);

/// <summary>Speaks with the mail server of the setting <c>Entente__Smtp</c>: <c>smtp://</c> with STARTTLS where offered, <c>smtps://</c> with TLS from the start.</summary>
internal sealed class MailSender(EntenteSettings settings)
{
    private const int TimeoutMilliseconds = 30_000;

    public bool HasServer => settings.Smtp is not null;

    /// <exception cref="MailRefusedException">The server answered 5xx to the mail or its recipient.</exception>
    /// <exception cref="MailServerException">The server's certificate is not to be trusted, or it offers no TLS where a password is to be sent.</exception>
    public async Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        var server = settings.Smtp!;
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        if (settings.SmtpCa is { } file)
        {
            var authorities = MailTrust.Read(file);
            client.ServerCertificateValidationCallback = (_, certificate, sent, errors) => MailTrust.IsFrom(authorities, certificate, sent, errors);
        }

        await ConnectAsync(client, server, cancellation);
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password])
            await client.AuthenticateAsync(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), cancellation);
        try
        {
            using var message = Message(mail);
            await client.SendAsync(message, cancellation);
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500 && refused.ErrorCode != SmtpErrorCode.SenderNotAccepted)
        {
            // A sender that is not accepted is a wrong setting, not a wrong mail: it waits until that is mended.
            throw new MailRefusedException($"{(int)refused.StatusCode} {refused.Message}", refused);
        }

        await client.DisconnectAsync(quit: true, cancellation);
    }

    private static async Task ConnectAsync(SmtpClient client, Uri server, CancellationToken cancellation)
    {
        var port = server.Port > 0 ? server.Port : server.Scheme == "smtps" ? 465 : 25;
        try
        {
            await client.ConnectAsync(server.Host, port, MailTrust.SecurityOf(server), cancellation);
        }
        catch (SslHandshakeException untrusted)
        {
            throw new MailServerException(
                $"The certificate of {server.Host} is not to be trusted: it is of no known authority, not in force or of another name. An authority of your own is named in Entente__SmtpCa.", untrusted);
        }
        catch (NotSupportedException plain)
        {
            throw new MailServerException($"{server.Host} offers no TLS, and a password is not sent without it.", plain);
        }
    }

    /// <summary>The mail as it goes over the wire; its Message-ID is the same in every attempt.</summary>
    internal MimeMessage Message(Mail mail)
    {
        var message = new MimeMessage
        {
            MessageId = $"{mail.Id:N}@{settings.PublicUrl.Host}",
            Date = mail.CreatedAt.ToDateTimeOffset(),
            Subject = mail.Subject,
            Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = mail.Text },
                new TextPart("html") { Text = mail.Html },
            },
        };
        message.From.Add(settings.MailFrom);
        message.To.Add(new MailboxAddress(mail.Name ?? "", mail.Address!));
        if (mail.ReplyTo is { } answers) message.ReplyTo.Add(new MailboxAddress(mail.ReplyToName ?? "", answers));
        else message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Language);
        return message;
    }
}
