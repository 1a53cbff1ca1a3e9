using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Owed;

/// <summary>One obligation: what, by when, whose; handing it to somebody for a while; its receipt.</summary>
internal static class ShowObligation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/obligations/{id}");
        one.MapGet("", ShowAsync).ForAccounts();
        one.MapPost("/delegate", DelegateAsync).ForAccounts();
        one.MapPost("/take-back", TakeBackAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(string id, ObligationDoor door, CancellationToken cancellation) =>
        await door.FindAsync(id, cancellation) is { } obligation
            ? Page.Show<ShowObligationPage>(await door.ModelAsync(obligation, FormReader.Empty, cancellation))
            : Results.NotFound();

    private static async Task<IResult> DelegateAsync(string id, HttpRequest request, ObligationDoor door, AppDbContext db, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } obligation || !await door.MayHandOnAsync(obligation, cancellation)) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var to = form.Key<AccountCard>("delegate", required: true);
        var from = form.Date("from", required: true);
        var until = form.Date("until", required: true);
        var note = form.Text("note", 300);
        if (from is { } first && until is { } last && last < first) form.Refuse("until", "obligations.delegate.order");
        if (until < door.Today) form.Refuse("until", "obligations.delegate.past");
        if (to is { } chosen && (await door.CandidatesAsync(obligation, cancellation)).All(c => c.Id != chosen)) form.Refuse("delegate", "form.choice");
        if (!form.IsValid) return Page.Refuse<ShowObligationPage>(await door.ModelAsync(obligation, form, cancellation));
        db.Write.Action = SafeguardsPermissions.ActAs(obligation.Role);
        foreach (var before in obligation.Delegations.Where(d => d.WithdrawnAt is null)) before.WithdrawnAt = db.Write.Now;
        obligation.Delegations.Add(new ObligationDelegation
        {
            ObligationId = obligation.Id,
            DelegateId = to!.Value,
            ById = door.Viewer.Me()!.Value,
            From = from!.Value,
            To = until!.Value,
            Note = note,
            MadeAt = db.Write.Now,
        });
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"/obligations/{obligation.Id}");
    }

    private static async Task<IResult> TakeBackAsync(string id, ObligationDoor door, AppDbContext db, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } obligation || !door.MayTakeBack(obligation)) return Results.NotFound();
        db.Write.Action = SafeguardsPermissions.ActAs(obligation.Role);
        foreach (var delegation in obligation.Delegations.Where(d => d.WithdrawnAt is null)) delegation.WithdrawnAt = db.Write.Now;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"/obligations/{obligation.Id}");
    }
}

/// <summary>Finds an obligation for the viewer of the request and says what the viewer may do with it.</summary>
internal sealed class ObligationDoor(AppDbContext db, Viewer viewer, IAccounts accounts, IUnits units, IFileStore files, SchoolClock clock)
{
    public Viewer Viewer => viewer;

    public DateOnly Today => clock.Today;

    public async Task<Obligation?> FindAsync(string id, CancellationToken cancellation) =>
        Id<Obligation>.TryParse(id, null, out var key)
            ? await db.Set<Obligation>().VisibleTo(viewer).Include(o => o.Delegations).SingleOrDefaultAsync(o => o.Id == key, cancellation)
            : null;

    /// <summary>Whoever it waits for hands it on; what was handed on is not handed further.</summary>
    public Task<bool> MayHandOnAsync(Obligation obligation, CancellationToken cancellation) =>
        obligation.Delegations.Exists(d => d.DelegateId == viewer.Me() && d.HoldsOn(Today))
            ? Task.FromResult(false)
            : db.Set<Obligation>().WaitingFor(viewer, Today).AnyAsync(o => o.Id == obligation.Id, cancellation);

    /// <summary>Whoever it waits for, and whoever handed it on, notes that it was met.</summary>
    public async Task<bool> MayFulfilAsync(Obligation obligation, CancellationToken cancellation) =>
        MayTakeBack(obligation) || await db.Set<Obligation>().WaitingFor(viewer, Today).AnyAsync(o => o.Id == obligation.Id, cancellation);

    /// <summary>Whoever owes it takes it back.</summary>
    public bool MayTakeBack(Obligation obligation) =>
        obligation.State == ObligationState.Open
        && obligation.Delegations.Exists(d => d.WithdrawnAt is null && d.To >= Today)
        && (obligation.OwnerId is { } owner ? owner == viewer.Me() : viewer.Acts(obligation));

    /// <summary>Those it may be handed to: who works in the unit, whatever their role.</summary>
    public async Task<IReadOnlyList<AccountCard>> CandidatesAsync(Obligation obligation, CancellationToken cancellation)
    {
        var all = new Dictionary<AccountId, AccountCard>();
        foreach (var role in BuiltInRole.All)
            foreach (var account in await accounts.HoldersAsync(role, obligation.UnitId, cancellation)) all[account.Id] = account;
        return [.. all.Values.Where(a => a.Id != viewer.Me()).OrderBy(a => a.Name, StringComparer.CurrentCulture)];
    }

    public async Task<ShowObligationModel> ModelAsync(Obligation obligation, FormReader form, CancellationToken cancellation)
    {
        var mayHandOn = await MayHandOnAsync(obligation, cancellation);
        var people = obligation.Delegations.SelectMany(d => new[] { d.DelegateId, d.ById })
            .Concat(new[] { obligation.OwnerId, obligation.ClosedById }.OfType<AccountId>()).Distinct().ToList();
        return new(
            ObligationView.Of(obligation),
            (await units.AllAsync(cancellation)).FirstOrDefault(u => u.Id == obligation.UnitId)?.Name ?? LocalizedText.Empty,
            await accounts.OfAsync(people, cancellation),
            mayHandOn ? await CandidatesAsync(obligation, cancellation) : [],
            mayHandOn,
            MayTakeBack(obligation),
            await MayFulfilAsync(obligation, cancellation),
            obligation.EvidenceId is { } file ? (await files.FindAsync([file], cancellation)).GetValueOrDefault(file) : null,
            form,
            Today);
    }
}

/// <summary>What the page shows.</summary>
public sealed record ShowObligationModel(
    ObligationView Obligation, LocalizedText Unit, IReadOnlyDictionary<AccountId, AccountCard> People, IReadOnlyList<AccountCard> Candidates,
    bool MayHandOn, bool MayTakeBack, bool MayFulfil, FileCard? Evidence, FormReader Form, DateOnly Today);

/// <summary>An obligation as the page reads it.</summary>
public sealed record ObligationView(
    string Id, string Kind, LocalizedText Title, string Address, string Role, AccountId? Owner, DateOnly Due, ObligationState State,
    NodaTime.Instant OwedAt, NodaTime.Instant? ClosedAt, AccountId? ClosedBy, string? Receipt, IReadOnlyList<DelegationView> Delegations)
{
    internal static ObligationView Of(Obligation o) => new(
        o.Id.ToString(), o.Kind, o.Title, o.Address, o.Role, o.OwnerId, o.Due, o.State, o.OwedAt, o.ClosedAt, o.ClosedById, o.Receipt,
        [.. o.Delegations.Where(d => d.WithdrawnAt is null).OrderBy(d => d.From).Select(d => new DelegationView(d.DelegateId, d.From, d.To, d.Note))]);
}

/// <summary>Who does it for whom it was owed by, and for how long.</summary>
public sealed record DelegationView(AccountId Delegate, DateOnly From, DateOnly To, string Note);
