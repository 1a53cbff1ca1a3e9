using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Foundation.Keys;
using Entente.Foundation.Settings;
using NodaTime;

namespace Entente.Foundation.Log;

/// <summary>Signs and checks statements about the chain with an ECDSA key (P-256, SHA-256) of the place of keys.</summary>
internal sealed class LogSigning(IKeyPlace place)
{
    private const string Prefix = "sign-";
    private readonly ConcurrentDictionary<string, byte[]> privateKeys = new(StringComparer.Ordinal);

    /// <summary>Makes the key where there is none; at the start, because inside a transaction another connection could not write.</summary>
    public void Prepare() => Newest();

    /// <summary>The name of the newest key and its signature.</summary>
    public (string KeyName, byte[] Signature) Sign(long position, byte[] seal, Instant at)
    {
        var name = Newest();
        using var key = Open(name)!;
        return (name, key.SignData(Statement(position, seal, at), HashAlgorithmName.SHA256));
    }

    public bool Holds(ILogMark mark)
    {
        using var key = Open(mark.KeyName);
        return key is not null && key.VerifyData(Statement(mark.Position, mark.Seal, mark.At), mark.Signature, HashAlgorithmName.SHA256);
    }

    /// <summary>The public half of a key, as SubjectPublicKeyInfo in Base64, for whoever checks outside.</summary>
    public string PublicKey(string name)
    {
        using var key = Open(name);
        return key is null ? "" : Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    private static byte[] Statement(long position, byte[] seal, Instant at) => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"entente-log/1 {position} {Convert.ToHexStringLower(seal)} {Chain.Microseconds(at)}"));

    private string Newest()
    {
        if (privateKeys.Keys.Max(StringComparer.Ordinal) is { } known) return known;
        Read();
        if (privateKeys.IsEmpty)
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            place.Add(Prefix + "0001", Convert.ToBase64String(made.ExportPkcs8PrivateKey()));
            Read();
        }

        return privateKeys.Keys.Max(StringComparer.Ordinal)!;
    }

    private ECDsa? Open(string name)
    {
        if (!privateKeys.ContainsKey(name)) Read();
        if (!privateKeys.TryGetValue(name, out var bytes)) return null;
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(bytes, out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw new SettingException("Entente__Keys", $"{name} in {place.Name} is no signing key; restore it from the backup.");
        }
    }

    private void Read()
    {
        foreach (var (name, text) in place.Read(Prefix))
        {
            var bytes = new byte[text.Length];
            privateKeys[name] = Convert.TryFromBase64String(text.Trim(), bytes, out var written)
                ? bytes[..written]
                : throw new SettingException("Entente__Keys", $"{name} in {place.Name} is no signing key; restore it from the backup.");
        }
    }
}
