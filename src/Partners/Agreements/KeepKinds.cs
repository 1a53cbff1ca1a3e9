using System.Globalization;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>The kinds of agreements: the school adds its own, renames them, says when their renewal is asked for, and retires those it offers no more.</summary>
internal static class KeepKinds
{
    public const string Route = "/agreements/kinds";
    private const int MostAlerts = 6;
    private const int FarthestDays = 1500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(PartnersPermissions.View);
        routes.MapPost(Route, AddAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(Route + "/{code}/up", (string code, AppDbContext db, CancellationToken cancellation) => MoveAsync(code, -1, db, cancellation)).Requires(PartnersPermissions.Edit);
        routes.MapPost(Route + "/{code}/down", (string code, AppDbContext db, CancellationToken cancellation) => MoveAsync(code, 1, db, cancellation)).Requires(PartnersPermissions.Edit);
        routes.MapPost(Route + "/{code}", ChangeAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        Page.Show<KindListPage>(await ModelAsync(db, viewer, FormReader.Empty, null, cancellation));

    private static async Task<IResult> AddAsync(HttpRequest request, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var code = form.Text("code", 40, required: true);
        if (code.Length > 0 && !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) form.Refuse("code", "agreements.wrong.code", code);
        if (await db.Set<AgreementKind>().AnyAsync(k => k.Code == code, cancellation)) form.Refuse("code", "agreements.wrong.code-twice", code);
        var name = Named(form);
        var days = Days(form);
        if (!form.IsValid) return Page.Refuse<KindListPage>(await ModelAsync(db, viewer, form, "", cancellation));
        var kind = new AgreementKind { Code = code, Name = name, Order = 1 + await db.Set<AgreementKind>().MaxAsync(k => k.Order, cancellation) };
        foreach (var distance in days) kind.Alerts.Add(new() { KindId = kind.Id, Days = distance });
        db.Add(kind);
        return await SavedAsync(db, cancellation);
    }

    private static async Task<IResult> ChangeAsync(string code, HttpRequest request, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await db.Set<AgreementKind>().Include(k => k.Alerts).SingleOrDefaultAsync(k => k.Code == code, cancellation) is not { } kind) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var name = Named(form);
        var days = Days(form);
        if (!form.IsValid) return Page.Refuse<KindListPage>(await ModelAsync(db, viewer, form, code, cancellation));
        kind.Name = name;
        kind.IsOffered = form.Flag("offered");
        kind.Alerts.RemoveAll(a => !days.Contains(a.Days));
        foreach (var distance in days.Where(d => kind.Alerts.TrueForAll(a => a.Days != d))) kind.Alerts.Add(new() { KindId = kind.Id, Days = distance });
        return await SavedAsync(db, cancellation);
    }

    /// <summary>Lets a kind change places with the one before or after it; the first does not go up, the last not down.</summary>
    private static async Task<IResult> MoveAsync(string code, int by, AppDbContext db, CancellationToken cancellation)
    {
        var kinds = await db.Set<AgreementKind>().OrderBy(k => k.Order).ThenBy(k => k.Code).ToListAsync(cancellation);
        var from = kinds.FindIndex(k => k.Code == code);
        if (from < 0) return Results.NotFound();
        var to = Math.Clamp(from + by, 0, kinds.Count - 1);
        (kinds[from], kinds[to]) = (kinds[to], kinds[from]);
        for (var i = 0; i < kinds.Count; i++) kinds[i].Order = i;
        return await SavedAsync(db, cancellation);
    }

    private static LocalizedText Named(FormReader form)
    {
        var name = ContentForm.Text(form, "name", 100);
        if (name.Texts.Count < 2) form.Refuse("name-" + (name.Exactly("en").Length == 0 ? "en" : "zh"), "form.required");
        return name;
    }

    /// <summary>Distances in days, written in a row: 180, 90, 30.</summary>
    private static List<int> Days(FormReader form)
    {
        var days = new SortedSet<int>();
        foreach (var word in form.Text("alerts", 60).Split([',', '，', '、', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= FarthestDays) days.Add(number);
            else form.Refuse("alerts", "agreements.wrong.alerts", FarthestDays);
        }

        if (days.Count > MostAlerts) form.Refuse("alerts", "agreements.wrong.too-many-alerts", MostAlerts);
        return [.. days];
    }

    private static async Task<IResult> SavedAsync(AppDbContext db, CancellationToken cancellation)
    {
        db.Write.Action = PartnersPermissions.Edit;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route);
    }

    private static async Task<KindListModel> ModelAsync(AppDbContext db, Viewer viewer, FormReader form, string? refused, CancellationToken cancellation)
    {
        var kinds = await db.Set<AgreementKind>().AsNoTracking().Include(k => k.Alerts).OrderBy(k => k.Order).ToListAsync(cancellation);
        var used = await db.Set<Agreement>().VisibleTo(Viewer.System).GroupBy(a => a.KindId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return new(
            [.. kinds.Select(k => new KindLine(
                k.Code, k.Name, k.IsOffered, string.Join(", ", k.Alerts.Select(a => a.Days).OrderDescending()), used.GetValueOrDefault(k.Id)))],
            form, refused, viewer.May(PartnersPermissions.Edit));
    }
}

/// <summary>A kind as its page shows it.</summary>
public sealed record KindLine(string Code, LocalizedText Name, bool IsOffered, string Alerts, int Agreements);

/// <summary>What the page of kinds shows.</summary>
/// <param name="Kinds">The kinds, in order.</param>
/// <param name="Form">A form that was refused, or none.</param>
/// <param name="Refused">The code of the kind whose form that is; empty for a new one.</param>
/// <param name="MayEdit">Whether the viewer may change them.</param>
public sealed record KindListModel(IReadOnlyList<KindLine> Kinds, FormReader Form, string? Refused, bool MayEdit);
