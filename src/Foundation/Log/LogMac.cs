using System.Security.Cryptography;
using Entente.Foundation.Keys;
using Entente.Foundation.Settings;

namespace Entente.Foundation.Log;

/// <summary>
/// Marks every row in the transaction that writes it, so that a row changed or put in behind the product's back before the sealer comes
/// by is noticed: HMAC-SHA256 over all its fields under a key of the place of keys.
/// </summary>
internal sealed class LogMac(IKeyPlace place)
{
    private const string Prefix = "log-";
    private volatile IReadOnlyList<byte[]>? ring;

    /// <summary>Makes the key where there is none; at the start, because inside a transaction another connection could not write.</summary>
    public void Prepare() => Ring();

    /// <summary>Marks a row that is about to be written.</summary>
    public LogEntry Marked(LogEntry row)
    {
        row.Mac = HMACSHA256.HashData(Ring()[^1], Chain.Fields(row));
        return row;
    }

    /// <summary>Whether a row is what was written.</summary>
    public bool Holds(LogEntry row)
    {
        var fields = Chain.Fields(row);
        return Ring().Any(key => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, fields), row.Mac));
    }

    private IReadOnlyList<byte[]> Ring()
    {
        if (ring is { } known) return known;
        var read = Read();
        if (read.Count == 0)
        {
            // Two nodes that begin at once both add it; the place takes one, and both read it.
            place.Add(Prefix + "0001", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            read = Read();
        }

        return ring = read;
    }

    private List<byte[]> Read() => [.. place.Read(Prefix).Select(k => Key(k.Key, k.Value))];

    private byte[] Key(string name, string text)
    {
        var key = new byte[33];
        return Convert.TryFromBase64String(text.Trim(), key, out var written) && written == 32
            ? key[..32]
            : throw new SettingException("Entente__Keys", $"{name} in {place.Name} is no key of 256 bits; restore it from the backup.");
    }
}
