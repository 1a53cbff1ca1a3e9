using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roles;

/// <summary>Lends one's own role for a unit to another account from a day to a day; shown to both, ended by either at any time.</summary>
internal static class LendRole
{
    public const string Route = "/account/delegation";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, LendAsync).ForAccounts();
        routes.MapPost(Route + "/{id:guid}/end", EndAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(AppDbContext db, Viewer viewer, SchoolClock clock, TextCatalog texts, CancellationToken cancellation) =>
        Page.Show<LendRolePage>(await ModelAsync(FormReader.Empty, db, viewer, clock, texts, cancellation));

    private static async Task<IResult> LendAsync(
        HttpContext context, AppDbContext db, Viewer viewer, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var own = Own(viewer);
        var role = form.Text("role", 40, required: true);
        var unit = form.Key<UnitCard>("unit", required: true);
        var email = form.Text("email", 254, required: true).ToUpperInvariant();
        var (from, to) = (form.Date("from", required: true), form.Date("to", required: true));
        var reason = form.Text("reason", 300, required: true);
        if (to < from) form.Refuse("to", "directory.role.order");
        if (from < clock.Today) form.Refuse("from", "directory.delegation.past");
        if (from is { } first && to is { } last && last.DayNumber - first.DayNumber >= Delegation.LongestDays) form.Refuse("to", "directory.delegation.long", Delegation.LongestDays);
        var receiver = await db.Accounts().Where(a => a.NormalizedEmail == email && a.EndedAt == null && a.LockedAt == null).Select(a => (AccountId?)a.Id).SingleOrDefaultAsync(cancellation);
        if (form.IsValid && receiver is null) form.Refuse("email", "directory.delegation.nobody");
        if (receiver == own) form.Refuse("email", "directory.delegation.oneself");
        if (form.IsValid && !await HoldsAsync(db, own, role, unit!.Value, clock.Today, cancellation)) form.Refuse("role", "directory.delegation.not-held");
        if (form.IsValid && await db.Set<Delegation>().AnyAsync(
            d => d.HolderId == own && d.DelegateId == receiver && d.Role == role && d.UnitId == unit && d.WithdrawnAt == null && d.From <= to && d.To >= from, cancellation))
            form.Refuse("from", "directory.delegation.overlaps");
        if (!form.IsValid) return Page.Refuse<LendRolePage>(await ModelAsync(form, db, viewer, clock, texts, cancellation));
        db.Write.Action = "directory.delegation.lend";
        db.Add(new Delegation
        {
            HolderId = own,
            DelegateId = receiver!.Value,
            Role = role,
            UnitId = unit!.Value,
            From = from!.Value,
            To = to!.Value,
            Reason = reason,
            MadeAt = db.Write.Now,
        });
        db.Tell(new RightsChanged());
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route);
    }

    private static async Task<IResult> EndAsync(Id<Delegation> id, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var own = Own(viewer);
        var found = await db.Set<Delegation>().SingleOrDefaultAsync(d => d.Id == id && (d.HolderId == own || d.DelegateId == own) && d.WithdrawnAt == null, cancellation);
        if (found is null) return Results.NotFound();
        db.Write.Action = "directory.delegation.end";
        found.WithdrawnAt = db.Write.Now;
        db.Tell(new RightsChanged());
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route);
    }

    /// <summary>Whether the role is held as one's own for the unit: what was lent cannot be lent on.</summary>
    private static async Task<bool> HoldsAsync(AppDbContext db, AccountId account, string role, UnitId unit, DateOnly day, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var held = await HeldRoles.OfAsync(db, account, day, tree, cancellation);
        return held.Any(h => h.OnBehalfOf is null && h.Role == role && tree.WithAbove(unit).Contains(h.Unit));
    }

    private static async Task<LendRoleModel> ModelAsync(
        FormReader form, AppDbContext db, Viewer viewer, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        var (own, today) = (Own(viewer), clock.Today);
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var held = (await HeldRoles.OfAsync(db, own, today, tree, cancellation)).Where(h => h.OnBehalfOf is null).ToList();
        var units = held.SelectMany(h => tree.WithBelow(h.Unit)).ToHashSet();
        var rows = await (
            from d in db.Set<Delegation>()
            where (d.HolderId == own || d.DelegateId == own) && d.To >= today.AddDays(-Delegation.LongestDays)
            orderby d.From descending
            select d).ToListAsync(cancellation);
        var names = await AccountNames.OfAsync(db, [.. rows.SelectMany(d => new[] { d.HolderId, d.DelegateId }).Distinct()], cancellation);
        return new(
            form,
            [.. held.Select(h => h.Role).Distinct(StringComparer.Ordinal).Select(r => new Choice(r, texts["role." + r]))],
            [.. tree.Ordered.Where(u => units.Contains(u.Unit.Id)).Select(u => new Choice(u.Unit.Id.ToString(), RoleRules.Indented(u)))],
            [.. rows.Select(d => new DelegationRow(
                d.Id.ToString(), texts["role." + d.Role], tree.Find(d.UnitId)?.Name.ToString() ?? "", names[d.HolderId], names[d.DelegateId],
                d.HolderId == own, d.From, d.To, d.Reason, d.WithdrawnAt is not null, d.HoldsOn(today), d.WithdrawnAt is null && d.To >= today))]);
    }

    private static AccountId Own(Viewer viewer) => new(viewer.Account!.Value);
}

/// <summary>What the page shows.</summary>
public sealed record LendRoleModel(FormReader Form, IReadOnlyList<Choice> Roles, IReadOnlyList<Choice> Units, IReadOnlyList<DelegationRow> Delegations);

/// <summary>A role lent by or to the viewer.</summary>
public sealed record DelegationRow(
    string Id, string Role, string Unit, string Holder, string Delegate, bool IsLent, DateOnly From, DateOnly To, string Reason, bool IsWithdrawn, bool HoldsToday, bool MayEnd);
