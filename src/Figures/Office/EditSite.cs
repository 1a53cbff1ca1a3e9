using System.Globalization;
using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Figures.Office;

/// <summary>The public site's names, its first sentence, its large figures and the licence of its data.</summary>
internal static class EditSite
{
    public const string Route = "/site";
    private const int MostFeatured = 6;
    private const int Longest = 400;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(FiguresPermissions.EditPage);
        routes.MapPost(Route, SaveAsync).Requires(FiguresPermissions.EditPage);
    }

    private static async Task<IResult> ShowAsync(AppDbContext db, CancellationToken cancellation) =>
        Page.Show<EditSitePage>(ModelOf(await db.Set<SiteSetting>().AsNoTracking().FirstOrDefaultAsync(s => s.Row == SiteSetting.TheOne, cancellation) ?? new(), FormReader.Empty));

    private static async Task<IResult> SaveAsync(HttpRequest request, AppDbContext db, FigureCatalog catalog, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var setting = await db.Set<SiteSetting>().FirstOrDefaultAsync(s => s.Row == SiteSetting.TheOne, cancellation);
        var name = Both(form, "name");
        if (name.Texts.Count == 0) form.Refuse("name", "site.settings.name-missing");
        var featured = form.Text("featured", 600).Split([' ', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var unknown in featured.Where(f => catalog.Find(f) is null)) form.Refuse("featured", "site.settings.featured.unknown", unknown);
        if (featured.Length > MostFeatured) form.Refuse("featured", "site.settings.featured.many");
        var (latitude, longitude) = (Degrees(form, "latitude", 90), Degrees(form, "longitude", 180));
        if (form.IsValid && latitude is null != longitude is null) form.Refuse(latitude is null ? "latitude" : "longitude", "site.settings.half-place");
        var (university, hero, licence) = (Both(form, "university"), Both(form, "hero"), Both(form, "licence"));
        if (!form.IsValid) return Page.Refuse<EditSitePage>(ModelOf(setting ?? new(), form));
        if (setting is null) db.Add(setting = new());
        (setting.Name, setting.University, setting.Hero, setting.Licence) = (name, university, hero, licence);
        (setting.Latitude, setting.Longitude) = (latitude, longitude);
        setting.Featured = string.Join(' ', featured);
        db.Write.Action = FiguresPermissions.EditPage;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route);
    }

    private static LocalizedText Both(FormReader form, string name) => new(form.Text(name + "-en", Longest), form.Text(name + "-zh", Longest));

    private static double? Degrees(FormReader form, string field, int most)
    {
        var written = form.Text(field, 20);
        if (written.Length == 0) return null;
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most) return degrees;
        form.Refuse(field, "site.settings.degrees", most);
        return null;
    }

    private static EditSiteModel ModelOf(SiteSetting s, FormReader form) =>
        new(s.Name, s.University, s.Hero, s.Featured, s.Licence, form) { Latitude = s.Latitude, Longitude = s.Longitude };
}

/// <summary>What the page shows.</summary>
public sealed record EditSiteModel(LocalizedText Name, LocalizedText University, LocalizedText Hero, string Featured, LocalizedText Licence, FormReader Form)
{
    /// <summary>Degrees north of the school.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }
}
