using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Entente.Safeguards.Owed;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Safeguards.Api;

/// <summary>What the room shows through the API: what is owed; its receipt is written by the rules of its page.</summary>
internal sealed class SafeguardsApi : IApiPart
{
    private static readonly ApiFields Receipt = new ApiFields().Text("/receipt", "receipt", required: true);

    public string Room => "safeguards";

    public IEnumerable<ApiRecordKind> Kinds =>
    [
        new("safeguards.obligation", typeof(Obligation), "/obligations", async (db, viewer, keys, cancellation) =>
        {
            var ids = keys.Select(k => new Id<Obligation>(k)).ToList();
            return [.. (await db.Set<Obligation>().VisibleTo(viewer).Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellation)).Select(o => o.Value)];
        }),
    ];

    public void Map(ApiRoutes api)
    {
        api.List<ObligationJson>(
            "/obligations", "listObligations", "What is owed, by oneself and in the units one oversees.", permission: null, ListAsync, knowsChanges: true,
            new ApiFilter("whose", "mine: only what waits for oneself.", "mine", "all"), new("state", "Where it stands.", "open", "overdue", "done", "released"));
        api.Record<ObligationJson>("/obligations/{id}", "getObligation", "One obligation.", permission: null, ShowAsync);
        api.Replace<ObligationJson>("/obligations/{id}/receipt", "fulfilObligation", "Notes that it was met, with a sentence.", permission: null, Receipt, FulfilAsync);
    }

    private static async Task<IResult> ListAsync(ApiQuery query, AppDbContext db, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var today = clock.Today;
        var all = db.Set<Obligation>().AsNoTracking();
        var found = query["whose"] == "mine" ? all.WaitingFor(viewer, today) : all.VisibleTo(viewer);
        found = query["state"] switch
        {
            "open" => found.Where(o => o.State == ObligationState.Open),
            "overdue" => found.Where(o => o.State == ObligationState.Open && o.Due < today),
            "done" => found.Where(o => o.State == ObligationState.Fulfilled),
            "released" => found.Where(o => o.State == ObligationState.Released),
            _ => found,
        };
        return await found.ToApiPageAsync(query, o => o.Id, o => new ObligationJson(o), cancellation, db);
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        ApiRecord.Of(Id<Obligation>.TryParse(id, null, out var key) ? await FindAsync(db, viewer, key, cancellation) : null);

    private static async Task<IResult> FulfilAsync(string id, ApiInput input, ObligationDoor door, IFileStore files, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } obligation) return Results.NotFound();
        if (input.IsStale((await FindAsync(db, viewer, obligation.Id, cancellation))!)) return ApiProblem.Stale;
        if (!await door.MayFulfilAsync(obligation, cancellation)) return new ApiProblem(StatusCodes.Status409Conflict, "not-yours");
        return await FulfilObligation.WriteAsync(input.Form, obligation, door, files, db, cancellation)
            ? ApiRecord.Of(await FindAsync(db, viewer, obligation.Id, cancellation))
            : input.Refused(input.Form);
    }

    private static Task<ObligationJson?> FindAsync(AppDbContext db, Viewer viewer, Id<Obligation> id, CancellationToken cancellation) =>
        db.Set<Obligation>().VisibleTo(viewer).AsNoTracking().Where(o => o.Id == id).Select(o => new ObligationJson(o)).SingleOrDefaultAsync(cancellation);
}

/// <summary>Something owed, as the API gives it.</summary>
public sealed record ObligationJson : IApiItem
{
    internal ObligationJson(Obligation obligation)
    {
        (Id, Version, Kind, Title) = (obligation.Id.ToString(), obligation.Version, obligation.Kind, obligation.Title);
        Subject = new(obligation.SubjectKind, obligation.SubjectKey.ToString("N"));
        (Role, Unit, Due, State) = (obligation.Role, obligation.UnitId.ToString(), obligation.Due, ApiFields.WordOf(obligation.State.ToString()));
        (OwedAt, ClosedAt, Receipt, Address) = (obligation.OwedAt, obligation.ClosedAt, obligation.Receipt, obligation.Address);
    }

    public string Id { get; }

    public int Version { get; }

    public string Kind { get; }

    public LocalizedText Title { get; }

    /// <summary>The record it is about.</summary>
    public SubjectJson Subject { get; }

    /// <summary>The role that owes it.</summary>
    public string Role { get; }

    public string Unit { get; }

    public DateOnly Due { get; }

    public string State { get; }

    public Instant OwedAt { get; }

    public Instant? ClosedAt { get; }

    public string? Receipt { get; }

    /// <summary>The page where it is done.</summary>
    public string Address { get; }
}

/// <summary>A record of any room.</summary>
public sealed record SubjectJson(string Kind, string Id);
