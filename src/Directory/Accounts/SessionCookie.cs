using System.Buffers.Text;
using System.Security.Cryptography;
using Entente.Directory.Model;
using Microsoft.AspNetCore.Http;

namespace Entente.Directory.Accounts;

/// <summary>The cookie of a session: 256 random bits, of which the database keeps only the hash.</summary>
internal static class SessionCookie
{
    public const string Name = "session";

    private const int Bytes = 32;

    /// <summary>A new random value with its hash, also for mailed links.</summary>
    public static (string Token, byte[] Hash) NewToken()
    {
        var bytes = RandomNumberGenerator.GetBytes(Bytes);
        return (Base64Url.EncodeToString(bytes), SHA256.HashData(bytes));
    }

    /// <summary>The hash of a value that came from outside; none where it cannot be one of ours.</summary>
    public static byte[]? HashOf(string? token)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return token is { Length: 43 } && Base64Url.TryDecodeFromChars(token, bytes, out var written) && written == Bytes
            ? SHA256.HashData(bytes)
            : null;
    }

    public static byte[]? HashIn(HttpRequest request) => HashOf(request.Cookies[Name]);

    public static void Set(HttpContext context, string token, bool kept) => context.Response.Cookies.Append(Name, token, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
        MaxAge = kept ? Session.LongestLife.ToTimeSpan() : null,
    });

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name);
}
