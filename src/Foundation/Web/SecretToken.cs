using System.Buffers.Text;
using System.Security.Cryptography;

namespace Entente.Foundation.Web;

/// <summary>A secret of 256 random bits for a cookie or a mailed link; the database keeps only its hash.</summary>
public static class SecretToken
{
    private const int Bytes = 32;

    /// <summary>A new secret with its SHA-256.</summary>
    public static (string Token, byte[] Hash) New()
    {
        var bytes = RandomNumberGenerator.GetBytes(Bytes);
        return (Base64Url.EncodeToString(bytes), SHA256.HashData(bytes));
    }

    /// <summary>The hash of a value that came from outside; none where it cannot be one of ours.</summary>
    public static byte[]? HashOf(string? token)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        // Whether it is well formed is asked first: of some that are not, the decoding throws.
        return token is { Length: 43 } && Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, bytes, out var written) && written == Bytes
            ? SHA256.HashData(bytes)
            : null;
    }
}
