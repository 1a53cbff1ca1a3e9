using Entente.Foundation.Access;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace Entente.Ui.Gallery;

/// <summary>
/// Every component of the kit in every state, for whoever builds a page. Served in the environment <c>Development</c> and where
/// <c>Entente__Gallery</c> is <c>true</c>; elsewhere the addresses do not exist.
/// </summary>
internal static class Gallery
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment() && services.GetRequiredService<IConfiguration>()["Entente:Gallery"] != "true") return;
        routes.MapGet("/gallery", (HttpRequest request) => Page.Show<GalleryPage>(ModelOf(request))).OpenToAll();
        routes.MapGet("/gallery/plain", (HttpRequest request) => Page.Show<GalleryPlainPage>(ModelOf(request))).OpenToAll();
        foreach (var language in Foundation.Texts.Language.All)
            routes.MapGet($"/{language.Segment}/gallery", (HttpRequest request) => Page.Show<GalleryPublicPage>(ModelOf(request))).OpenToAll();
    }

    private static GalleryModel ModelOf(HttpRequest request)
    {
        var query = ListQuery.From(request);
        var rows = GallerySamples.Rows.Where(r => query.Text.Length == 0 || r.Name.ToString().Contains(query.Text, StringComparison.OrdinalIgnoreCase));
        rows = query.SortColumn == "places" ? rows.OrderBy(r => r.Places) : rows.OrderBy(r => r.Name.En, StringComparer.Ordinal);
        var ordered = query.Descending ? rows.Reverse().ToList() : rows.ToList();
        return new(new([.. ordered.Skip(query.Skip).Take(query.Size)], ordered.Count, query), WrongForm());
    }

    private static FormReader WrongForm()
    {
        var form = new FormReader(new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["wrong-title"] = "",
            ["wrong-on"] = "31.02.2026",
            ["wrong-name-en"] = "Memorandum",
        }));
        form.Text("wrong-title", 100, required: true);
        form.Date("wrong-on");
        form.Refuse("wrong-name-zh", "form.required");
        return form;
    }
}

/// <summary>What the gallery shows.</summary>
/// <param name="Page">A list.</param>
/// <param name="Wrong">A form with mistakes.</param>
public sealed record GalleryModel(ListPage<GalleryRow> Page, FormReader Wrong);
