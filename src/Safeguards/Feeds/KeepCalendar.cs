using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Safeguards.Feeds;

/// <summary>Makes the address of one's calendar, shows it once, replaces and ends it.</summary>
internal static class KeepCalendar
{
    public const string Route = "/desk/calendar";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, MakeAsync).ForAccounts();
        routes.MapPost(Route + "/end", EndAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, AppDbContext db, Viewer viewer, LinkOnce once, EntenteSettings settings, CancellationToken cancellation)
    {
        var me = viewer.Me();
        var since = await db.Set<CalendarFeed>().ViewerNamed().Where(f => f.AccountId == me && f.EndedAt == null).Select(f => (Instant?)f.CreatedAt).SingleOrDefaultAsync(cancellation);
        var made = once.Take(context, Route);
        return Page.Show<CalendarPage>(new CalendarModel(since, made is null ? null : new Uri(settings.PublicUrl, made.Path).ToString()));
    }

    private static async Task<IResult> MakeAsync(HttpContext context, AppDbContext db, Viewer viewer, LinkOnce once, CancellationToken cancellation)
    {
        await CloseAsync(db, viewer, cancellation);
        var (token, hash) = SecretToken.New();
        db.Add(new CalendarFeed { AccountId = viewer.Me()!.Value, TokenHash = hash, CreatedAt = db.Write.Now });
        db.Write.Action = "safeguards.calendar";
        await db.SaveChangesAsync(cancellation);
        once.Keep(context, "", $"/calendar/{token}.ics", Route);
        return Page.SeeOther(Route);
    }

    private static async Task<IResult> EndAsync(AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        await CloseAsync(db, viewer, cancellation);
        db.Write.Action = "safeguards.calendar";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route);
    }

    private static async Task CloseAsync(AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var me = viewer.Me();
        foreach (var feed in await db.Set<CalendarFeed>().ViewerNamed().Where(f => f.AccountId == me && f.EndedAt == null).ToListAsync(cancellation)) feed.EndedAt = db.Write.Now;
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Since">Since when there is an address; none: there is none.</param>
/// <param name="Address">The address just made, shown this once.</param>
public sealed record CalendarModel(Instant? Since, string? Address);
