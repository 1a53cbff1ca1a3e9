using Entente.Directory.Model;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;

namespace Entente.Directory.Accounts;

/// <summary>The cookie of a session: 256 random bits, of which the database keeps only the hash.</summary>
internal static class SessionCookie
{
    public const string Name = "session";

    public static byte[]? HashIn(HttpRequest request) => SecretToken.HashOf(request.Cookies[Name]);

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
