using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Links;

/// <summary>
/// Carries a new link over the redirect, sealed in a cookie, to be shown once to whoever made it: the database keeps only its
/// hash. Used where no mail server is set, so that the link can be handed over by another way.
/// </summary>
public sealed class LinkOnce(IDataProtectionProvider protection)
{
    private const string Cookie = "link";

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("Entente.LinkOnce").ToTimeLimitedDataProtector();

    /// <summary>Keeps a link for the next page.</summary>
    /// <param name="context">The request that made it.</param>
    /// <param name="email">Whom it is for.</param>
    /// <param name="path">Its path on this host.</param>
    /// <param name="shownUnder">The path of the page that shows it: <c>/accounts</c>.</param>
    public void Keep(HttpContext context, string email, string path, string shownUnder) => context.Response.Cookies.Append(
        Cookie,
        seal.Protect(JsonSerializer.Serialize(new NewLink(email, path)), TimeSpan.FromMinutes(2)),
        new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = shownUnder, IsEssential = true });

    /// <summary>The link kept before; gone afterwards.</summary>
    /// <param name="context">The request of the page that shows it.</param>
    /// <param name="shownUnder">The same path as when it was kept.</param>
    public NewLink? Take(HttpContext context, string shownUnder)
    {
        if (context.Request.Cookies[Cookie] is not { } value) return null;
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = shownUnder });
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            return JsonSerializer.Deserialize<NewLink>(seal.Unprotect(value));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>A link just made.</summary>
/// <param name="Email">Whom it is for.</param>
/// <param name="Path">Its path on this host.</param>
public sealed record NewLink(string Email, string Path);
