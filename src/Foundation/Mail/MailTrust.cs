using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Entente.Foundation.Settings;
using MailKit.Security;

namespace Entente.Foundation.Mail;

/// <summary>When a connection to the mail server is safe enough for a mail and for the password.</summary>
internal static class MailTrust
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>TLS from the start with <c>smtps://</c> and <c>imaps://</c>; else STARTTLS, which is required where a password goes to another machine.</summary>
    public static SecureSocketOptions SecurityOf(Uri server) =>
        server.Scheme is "smtps" or "imaps" ? SecureSocketOptions.SslOnConnect
        : server.UserInfo.Length > 0 && !server.IsLoopback ? SecureSocketOptions.StartTls
        : SecureSocketOptions.StartTlsWhenAvailable;

    /// <summary>The authorities in a file of PEM certificates.</summary>
    /// <exception cref="SettingException">There is no such file, or no certificate in it.</exception>
    public static X509Certificate2Collection Read(string file)
    {
        var read = new X509Certificate2Collection();
        try
        {
            read.ImportFromPemFile(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingException("Entente__SmtpCa", $"{file} cannot be read: {error.Message.ReplaceLineEndings(" ")}");
        }

        return read.Count > 0 ? read : throw new SettingException("Entente__SmtpCa", $"{file} holds no certificate in PEM.");
    }

    /// <summary>Whether a certificate comes from one of these authorities and no other, is in force and belongs to the server's name.</summary>
    public static bool IsFrom(X509Certificate2Collection authorities, X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 shown || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);

        // An authority of one's own seldom says where its revocations stand.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var between in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>()) chain.ChainPolicy.ExtraStore.Add(between.Certificate);
        return chain.Build(shown);
    }
}
