using Entente.Foundation.Texts;
using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Web;

/// <summary>Chooses the language of a request: a public address names it; inside, the cookie of the switch, then Accept-Language.</summary>
public sealed class LanguageChoice(RequestDelegate next)
{
    /// <summary>The cookie that the language switch sets.</summary>
    public const string Cookie = "language";

    /// <summary>Sets the language for the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        Of(context.Request).Use();
        return next(context);
    }

    /// <summary>The language a request asks for.</summary>
    public static Language Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        var segment = path.Length > 1 ? path[1..(end < 0 ? path.Length : end)] : "";
        return Language.All.FirstOrDefault(l => l.Segment == segment)
            ?? (segment == "api" ? null : Language.Of(request.Cookies[Cookie]))
            ?? request.GetTypedHeaders().AcceptLanguage.OrderByDescending(a => a.Quality ?? 1)
                .Select(a => Language.Of(a.Value.Value)).FirstOrDefault(l => l is not null)
            ?? Language.English;
    }
}
