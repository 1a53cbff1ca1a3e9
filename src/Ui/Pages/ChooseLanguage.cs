using Entente.Foundation.Access;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Pages;

/// <summary>The language switch of the office: remembers the choice for a year in a cookie and returns to the page.</summary>
internal static class ChooseLanguage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/language", ChooseAsync).OpenToAll();

    private static async Task<IResult> ChooseAsync(HttpContext context, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (Language.Of(form.Text("language", 10)) is { } language)
            context.Response.Cookies.Append(LanguageChoice.Cookie, language.Tag, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
        return Page.SeeOther(Local(form.Text("return", 2000)));
    }

    /// <summary>An address of this house only: a foreign one would make the switch a lure.</summary>
    internal static string Local(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
        && !address.Any(char.IsControl) ? address : "/";
}
