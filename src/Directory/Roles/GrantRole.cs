using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roles;

/// <summary>Grants a role to an account from a day to a day, or ends one.</summary>
internal static class GrantRole
{
    public static string GrantAddress(AccountId account) => $"/accounts/{account}/roles";

    public static string EndAddress(AccountId account, string grant) => $"/accounts/{account}/roles/{grant}/end";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/accounts/{id:guid}/roles", GrantAsync).Requires(DirectoryPermissions.Invite);
        routes.MapPost("/accounts/{id:guid}/roles/{grant:guid}/end", EndAsync).Requires(DirectoryPermissions.Invite);
    }

    private static async Task<IResult> GrantAsync(
        AccountId id, HttpContext context, AppDbContext db, Viewer viewer, AccountPersons persons, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        if (!await db.Set<Account>().VisibleTo(viewer, db.Set<RoleGrant>()).AnyAsync(a => a.Id == id && a.EndedAt == null, cancellation)) return Results.NotFound();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var role = form.Text("role", 40, required: true);
        var unit = form.Key<UnitCard>("unit", required: true);
        var from = form.Date("from", required: true);
        var to = form.Date("to");
        if (to < from) form.Refuse("to", "directory.role.order");
        if (to < clock.Today) form.Refuse("to", "directory.invite.past");
        if (form.IsValid && RoleRules.ReasonAgainst(viewer, role, unit!.Value, await UnitTree.ReadAsync(db, cancellation)) is { } broken)
            form.Refuse(broken.Field, broken.TextKey);
        if (form.IsValid && await db.Set<RoleGrant>().AnyAsync(
            g => g.AccountId == id && g.Role == role && g.UnitId == unit && g.WithdrawnAt == null
                && (to == null || g.From <= to) && (g.To == null || g.To >= from), cancellation))
            form.Refuse("from", "directory.role.overlaps");
        if (!form.IsValid)
            return Page.Refuse<ShowAccountPage>((await ShowAccount.ModelAsync(form, id, db, viewer, persons, clock, texts, cancellation))!);
        db.Add(new RoleGrant
        {
            AccountId = id,
            Role = role,
            UnitId = unit!.Value,
            From = from!.Value,
            To = to,
            GrantedById = viewer.Me(),
            GrantedAt = db.Write.Now,
        });
        db.Tell(new RightsChanged());
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowAccount.Address(id));
    }

    private static async Task<IResult> EndAsync(
        AccountId id, Id<RoleGrant> grant, HttpContext context, AppDbContext db, Viewer viewer, AccountPersons persons, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var found = await db.Set<RoleGrant>().SingleOrDefaultAsync(g => g.Id == grant && g.AccountId == id && g.WithdrawnAt == null, cancellation);
        if (found is null || RoleRules.ReasonAgainst(viewer, found.Role, found.UnitId, tree) is not null) return Results.NotFound();
        if (found.Role == BuiltInRole.Operator && await IsLastOperatorAsync(found, db, clock.Today, cancellation))
        {
            var form = await FormReader.ReadAsync(context.Request, cancellation);
            form.Refuse("", "directory.role.last-operator");
            return Page.Refuse<ShowAccountPage>((await ShowAccount.ModelAsync(form, id, db, viewer, persons, clock, texts, cancellation))!);
        }

        found.WithdrawnAt = db.Write.Now;
        db.Tell(new RightsChanged());
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowAccount.Address(id));
    }

    /// <summary>Whether nobody else could manage accounts any more.</summary>
    private static async Task<bool> IsLastOperatorAsync(RoleGrant grant, AppDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var open = db.Accounts().Where(a => a.EndedAt == null && a.LockedAt == null);
        return grant.HoldsOn(today) && !await HeldRoles.GrantsOn(db, today)
            .AnyAsync(g => g.Role == BuiltInRole.Operator && g.Id != grant.Id && open.Any(a => a.Id == g.AccountId), cancellation);
    }
}
