using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Entente.Foundation.Notices;

/// <summary>How a webhook knows that a post is ours and of now: HMAC-SHA256 of the time (seconds of Unix), a point and the body, in hexadecimal.</summary>
internal static class WebhookSignature
{
    /// <summary>The header: <c>t=1700000000,v1=…</c>.</summary>
    public static string Of(string secret, Instant at, string body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time + "." + body)))}";
    }

    /// <summary>A new secret.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
