using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;

namespace Entente.Directory.Accounts;

/// <summary>Brings an account's language to the browser it is used in.</summary>
internal static class LanguageCookie
{
    /// <summary>Keeps it for a year; none: the browser's own wish counts again.</summary>
    public static void Keep(HttpContext context, Language? language)
    {
        var rules = new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true };
        if (language is not null) context.Response.Cookies.Append(LanguageChoice.Cookie, language.Tag, rules);
        else context.Response.Cookies.Delete(LanguageChoice.Cookie, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
    }
}
