using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Entente.Testing;

/// <summary>An authority of certificates that a test makes for itself and nobody else knows.</summary>
public sealed class TestAuthority : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<X509Certificate2> given = [];
    private readonly X509Certificate2 root;
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Authority of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        root = request.CreateSelfSigned(now.AddDays(-2), now.AddDays(2));
    }

    /// <summary>Its certificate, as a setting takes it.</summary>
    public string Pem => root.ExportCertificatePem();

    /// <summary>A certificate for a server's name or address, with its key.</summary>
    public X509Certificate2 For(string host, int validDays = 1)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, own, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = request.Create(root, now.AddDays(-1), now.AddDays(validDays).AddSeconds(-1), RandomNumberGenerator.GetBytes(8));
        var whole = signed.CopyWithPrivateKey(own);
        given.Add(whole);
        return whole;
    }

    public void Dispose()
    {
        foreach (var certificate in given) certificate.Dispose();
        root.Dispose();
        key.Dispose();
    }
}
