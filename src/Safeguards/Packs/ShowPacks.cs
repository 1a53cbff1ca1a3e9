using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Packs;

/// <summary>The rules for people: every installed version of every pack, and one of them read out. Rules are no secret.</summary>
internal static class ShowPacks
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/safeguards/packs", ListAsync).ForAccounts();
        routes.MapGet("/safeguards/packs/{code}/{edition}", ShowAsync).ForAccounts();
    }

    private static async Task<IResult> ListAsync(AppDbContext db, PackCache cache, PackShelf shelf, SchoolClock clock, CancellationToken cancellation)
    {
        var rows = await db.Set<PackEdition>().AsNoTracking().Select(p => new { p.Id, p.InstalledAt }).ToListAsync(cancellation);
        var inForce = (await shelf.TodayAsync(cancellation)).Packs.Select(p => p.Edition).ToHashSet();
        var packs = await cache.PacksAsync(db, [.. rows.Select(r => r.Id)], cancellation);
        return Page.Show<PackListPage>(new PackListModel([.. packs
            .Select(p => new PackRow(p.Pack, StateOf(inForce.Contains(p.Edition), p.Pack.EffectiveFrom > clock.Today), clock.DateOf(rows.Single(r => r.Id == p.Edition).InstalledAt)))
            .OrderBy(p => p.Pack.Id, StringComparer.Ordinal).ThenByDescending(p => p.Pack.EffectiveFrom).ThenByDescending(p => p.InstalledOn)]));
    }

    private static async Task<IResult> ShowAsync(string code, string edition, AppDbContext db, PackShelf shelf, SchoolClock clock, CancellationToken cancellation)
    {
        var row = await db.Set<PackEdition>().AsNoTracking().Where(p => p.Code == code && p.Edition == edition)
            .Select(p => new { p.Id, p.InstalledAt }).SingleOrDefaultAsync(cancellation);
        if (row is null) return Results.NotFound();
        var pack = await shelf.OfAsync(row.Id, cancellation);
        var holds = (await shelf.TodayAsync(cancellation)).Packs.Any(p => p.Edition == row.Id);
        return Page.Show<PackPage>(new PackRow(pack, StateOf(holds, pack.EffectiveFrom > clock.Today), clock.DateOf(row.InstalledAt)));
    }

    private static PackTime StateOf(bool holds, bool ahead) => holds ? PackTime.InForce : ahead ? PackTime.Ahead : PackTime.Past;
}

/// <summary>What the list shows.</summary>
public sealed record PackListModel(IReadOnlyList<PackRow> Packs);

/// <summary>One version of a pack.</summary>
public sealed record PackRow(Pack Pack, PackTime Time, DateOnly InstalledOn);

/// <summary>Whether a version holds today.</summary>
public enum PackTime
{
    /// <summary>It holds.</summary>
    InForce,

    /// <summary>It will.</summary>
    Ahead,

    /// <summary>Another version replaced it, or its last day passed.</summary>
    Past,
}
