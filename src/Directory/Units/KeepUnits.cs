using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Roles;
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

namespace Entente.Directory.Units;

/// <summary>The tree of the university's units: shown to all who see the directory; added to, renamed, moved and ended by who may.</summary>
internal static class KeepUnits
{
    public const string Route = "/units";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(DirectoryPermissions.EditUnits);
        routes.MapGet("/units/{id:guid}", ShowOneAsync).Requires(DirectoryPermissions.EditUnits);
        routes.MapPost(Route, AddAsync).Requires(DirectoryPermissions.EditUnits);
        routes.MapPost("/units/{id:guid}", EditAsync).Requires(DirectoryPermissions.EditUnits);
        routes.MapPost("/units/{id:guid}/end", EndAsync).Requires(DirectoryPermissions.EditUnits);
    }

    private static async Task<IResult> ShowAsync(AppDbContext db, TextCatalog texts, CancellationToken cancellation) =>
        Page.Show<UnitsPage>(await ModelAsync(FormReader.Empty, null, db, texts, cancellation));

    private static async Task<IResult> ShowOneAsync(UnitId id, AppDbContext db, TextCatalog texts, CancellationToken cancellation) =>
        await ModelAsync(FormReader.Empty, id, db, texts, cancellation) is { Edited: not null } model ? Page.Show<UnitsPage>(model) : Results.NotFound();

    private static async Task<IResult> AddAsync(HttpContext context, AppDbContext db, Viewer viewer, TextCatalog texts, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var input = Read(form, tree, null, viewer);
        if (!form.IsValid) return Page.Refuse<UnitsPage>(await ModelAsync(form, null, db, texts, cancellation));
        db.Add(new Unit { Name = input.Name, Code = input.Code, ParentId = input.Parent, Kind = input.Kind, Order = input.Order });
        return await SavedAsync(form, null, db, texts, cancellation);
    }

    private static async Task<IResult> EditAsync(UnitId id, HttpContext context, AppDbContext db, Viewer viewer, TextCatalog texts, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var tree = await UnitTree.ReadAsync(db, cancellation);
        if (tree.Find(id) is null || !viewer.May(DirectoryPermissions.EditUnits, id.Value)) return Results.NotFound();
        var input = Read(form, tree, id, viewer);
        if (!form.IsValid) return Page.Refuse<UnitsPage>(await ModelAsync(form, id, db, texts, cancellation));
        var unit = await db.Set<Unit>().SingleAsync(u => u.Id == id, cancellation);
        (unit.Name, unit.Code, unit.Kind, unit.Order) = (input.Name, input.Code, input.Kind, input.Order);
        if (unit.ParentId is not null) unit.ParentId = input.Parent;
        return await SavedAsync(form, id, db, texts, cancellation);
    }

    private static async Task<IResult> EndAsync(
        UnitId id, HttpContext context, AppDbContext db, Viewer viewer, TextCatalog texts, SchoolClock clock, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var tree = await UnitTree.ReadAsync(db, cancellation);
        if (tree.Find(id) is not { EndedOn: null } || !viewer.May(DirectoryPermissions.EditUnits, id.Value)) return Results.NotFound();
        if (tree.IsTop(id)) form.Refuse("", "directory.units.top-stays");
        if (tree.WithBelow(id).Any(u => u != id && tree.Find(u)!.EndedOn is null)) form.Refuse("", "directory.units.not-empty");
        if (!form.IsValid) return Page.Refuse<UnitsPage>(await ModelAsync(form, id, db, texts, cancellation));
        (await db.Set<Unit>().SingleAsync(u => u.Id == id, cancellation)).EndedOn = clock.Today;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route);
    }

    private static UnitInput Read(FormReader form, UnitTree tree, UnitId? self, Viewer viewer)
    {
        var (en, zh) = (form.Text("name-en", 120), form.Text("name-zh", 120));
        if (en.Length + zh.Length == 0) form.Refuse("name", "form.required");
        var code = form.Text("code", 20, required: true);
        var kind = form.Choice("kind", UnitKind.Department);
        var order = form.Number("order", 0, 9999) ?? 0;
        var isTop = self is { } known && tree.IsTop(known);
        var parent = form.Key<UnitCard>("parent", required: !isTop && tree.Top is not null);
        if (tree.Ordered.Any(u => u.Unit.Id != self && string.Equals(u.Unit.Code, code, StringComparison.OrdinalIgnoreCase))) form.Refuse("code", "directory.units.code-taken");
        if (parent is { } above && !isTop)
        {
            if (tree.Find(above) is not { EndedOn: null } || !viewer.May(DirectoryPermissions.EditUnits, above.Value)) form.Refuse("parent", "form.choice");
            // A unit under one of its own would be a circle that nobody reaches from the top.
            else if (self is { } unit && tree.WithBelow(unit).Contains(above)) form.Refuse("parent", "directory.units.circle");
        }

        return new(new LocalizedText(en, zh), code, kind, order, isTop ? null : parent);
    }

    private static async Task<IResult> SavedAsync(FormReader form, UnitId? id, AppDbContext db, TextCatalog texts, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Page.SeeOther(Route);
        }
        catch (DbUpdateException)
        {
            // Somebody took the code, or changed the unit, at the same moment.
            db.ChangeTracker.Clear();
            form.Refuse("code", "directory.units.code-taken");
            return Page.Refuse<UnitsPage>(await ModelAsync(form, id, db, texts, cancellation));
        }
    }

    private static async Task<UnitsModel> ModelAsync(FormReader form, UnitId? id, AppDbContext db, TextCatalog texts, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var edited = id is { } key ? tree.Find(key) : null;
        var below = edited is null ? [] : tree.WithBelow(edited.Id).ToHashSet();
        return new(
            form,
            [.. tree.Ordered.Select(u => new UnitRow(u.Unit.Id, u.Unit.Name, u.Unit.Code, KeyOf(u.Unit.Kind), u.Depth, u.Unit.EndedOn, u.Unit.IsAnnounced))],
            edited is null ? null : new EditedUnit(edited.Id, edited.Name, edited.Code, edited.Kind.ToString(), edited.Parent?.ToString() ?? "", edited.Order, edited.Parent is null, edited.EndedOn, edited.IsAnnounced),
            [.. tree.Ordered.Where(u => u.Unit.EndedOn is null && !below.Contains(u.Unit.Id)).Select(u => new Choice(u.Unit.Id.ToString(), RoleRules.Indented(u)))],
            [.. Enum.GetValues<UnitKind>().Select(k => new Choice(k.ToString(), texts[KeyOf(k)]))]);
    }

    private static string KeyOf(UnitKind kind) => "directory.units.kind." + kind.ToString().ToLowerInvariant();

    private sealed record UnitInput(LocalizedText Name, string Code, UnitKind Kind, int Order, UnitId? Parent);
}

/// <summary>What the page shows.</summary>
public sealed record UnitsModel(FormReader Form, IReadOnlyList<UnitRow> Units, EditedUnit? Edited, IReadOnlyList<Choice> Parents, IReadOnlyList<Choice> Kinds);

/// <summary>One unit of the tree.</summary>
public sealed record UnitRow(UnitId Id, LocalizedText Name, string Code, string KindKey, int Depth, DateOnly? EndedOn, bool IsAnnounced);

/// <summary>The unit being changed.</summary>
public sealed record EditedUnit(UnitId Id, LocalizedText Name, string Code, string Kind, string Parent, int Order, bool IsTop, DateOnly? EndedOn, bool IsAnnounced);
