using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Foundation.Keys;

/// <summary>
/// The ring of keys for encrypted fields. The newest encrypts, every one decrypts. A ciphertext is
/// <c>e{key}:</c> and the Base64 of 12 bytes nonce, the ciphertext and 16 bytes tag (AES-256-GCM, NIST SP 800-38D).
/// </summary>
internal sealed class FieldKeys(IKeyPlace place)
{
    public const string Prefix = "field-";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly Lock reading = new();
    private volatile SortedList<int, byte[]>? ring;

    /// <summary>The place it is read from.</summary>
    public string Place => place.Name;

    /// <summary>Number and key, the newest last; the first is made where there is none.</summary>
    public IReadOnlyDictionary<int, byte[]> All => Ring();

    /// <summary>Adds a new newest key; the others stay for reading.</summary>
    /// <returns>Its number.</returns>
    public int Rotate()
    {
        lock (reading)
        {
            var next = (ReadAll() is { Count: > 0 } known ? known.Keys[^1] : 0) + 1;
            place.Add(NameOf(next), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            ring = ReadAll();
            return next;
        }
    }

    public string Encrypt(string text)
    {
        var keys = Ring();
        var number = keys.Keys[^1];
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(keys[number], TagBytes);
        cipher.Encrypt(sealedText.AsSpan(0, NonceBytes), plain, sealedText.AsSpan(NonceBytes, plain.Length), sealedText.AsSpan(NonceBytes + plain.Length));
        return FormattableString.Invariant($"e{number}:{Convert.ToBase64String(sealedText)}");
    }

    /// <exception cref="CryptographicException">The key is not in the ring, or the text was changed.</exception>
    public string Decrypt(string stored)
    {
        var colon = stored.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || stored[0] != 'e' || !int.TryParse(stored.AsSpan(1, colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new CryptographicException("An encrypted field does not hold what was encrypted here.");
        var bytes = Convert.FromBase64String(stored[(colon + 1)..]);
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(Find(number), TagBytes);
        cipher.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(NonceBytes + plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    public static string Fingerprint(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];

    public static string NameOf(int number) => Prefix + number.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>A key that another node added meanwhile is found by reading anew.</summary>
    private byte[] Find(int number)
    {
        if (Ring().TryGetValue(number, out var key)) return key;
        lock (reading) ring = ReadAll();
        return Ring().TryGetValue(number, out key) ? key
            : throw new CryptographicException($"Key {NameOf(number)} is not in {place.Name}; restore the keys that belong to this database.");
    }

    private SortedList<int, byte[]> Ring()
    {
        if (ring is { } known) return known;
        lock (reading)
        {
            if (ring is { } meanwhile) return meanwhile;
            var read = ReadAll();
            if (read.Count == 0)
            {
                // Two nodes that begin at once both add the first key; the place takes one, and both read it.
                place.Add(NameOf(1), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
                read = ReadAll();
            }

            return ring = read;
        }
    }

    private SortedList<int, byte[]> ReadAll()
    {
        var read = new SortedList<int, byte[]>();
        foreach (var (name, text) in place.Read(Prefix))
        {
            if (!int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            read[number] = Key(name, text);
        }

        return read;
    }

    private byte[] Key(string name, string text)
    {
        var key = new byte[33];
        return Convert.TryFromBase64String(text.Trim(), key, out var written) && written == 32
            ? key[..32]
            : throw new Settings.SettingException("Entente__Keys", $"{name} in {place.Name} is no key of 256 bits; restore it from the backup.");
    }
}
