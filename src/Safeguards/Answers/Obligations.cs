using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Answers;

/// <summary>Keeps what the rooms say is owed; the caller saves.</summary>
internal sealed class Obligations(AppDbContext db) : IObligations
{
    public async Task OweAsync(NewObligation obligation, CancellationToken cancellation)
    {
        if (await OpenAsync(obligation.Subject, obligation.Kind, obligation.Instance, cancellation) is { } open) open.Move(obligation);
        else if (!await IsFulfilledAsync(obligation, cancellation)) db.Add(Obligation.Of(obligation, db.Write.Now));
    }

    public async Task OweAllAsync(IReadOnlyCollection<NewObligation> obligations, CancellationToken cancellation)
    {
        var keys = obligations.Select(o => o.Subject.Key).Distinct().ToList();
        await db.Set<Obligation>().VisibleTo(Viewer.System).Where(o => keys.Contains(o.SubjectKey) && o.State != ObligationState.Released).LoadAsync(cancellation);
        var known = db.Set<Obligation>().Local.Where(o => keys.Contains(o.SubjectKey)).ToLookup(o => (o.Subject, o.Kind, o.Instance));
        foreach (var owed in obligations)
        {
            var same = known[(owed.Subject, owed.Kind, owed.Instance)].ToList();
            if (same.Find(o => o.State == ObligationState.Open) is { } open) open.Move(owed);
            else if (!same.Exists(o => o.State == ObligationState.Fulfilled && o.Due == owed.Due)) db.Add(Obligation.Of(owed, db.Write.Now));
        }
    }

    public async Task FulfilAsync(RecordRef subject, string kind, string instance, string receipt, CancellationToken cancellation)
    {
        if (await OpenAsync(subject, kind, instance, cancellation) is { State: ObligationState.Open } open)
            open.Close(ObligationState.Fulfilled, receipt, db.Write.Viewer.Me(), db.Write.Now);
    }

    public async Task ReleaseAsync(RecordRef subject, string reason, CancellationToken cancellation)
    {
        await Of(subject).Where(o => o.State == ObligationState.Open).LoadAsync(cancellation);
        foreach (var open in Known(subject).Where(o => o.State == ObligationState.Open).ToList())
            open.Close(ObligationState.Released, reason, db.Write.Viewer.Me(), db.Write.Now);
    }

    public async Task ReleaseAsync(RecordRef subject, string kind, string instance, string reason, CancellationToken cancellation)
    {
        if (await OpenAsync(subject, kind, instance, cancellation) is { State: ObligationState.Open } open) open.Close(ObligationState.Released, reason, db.Write.Viewer.Me(), db.Write.Now);
    }

    public async Task<IReadOnlyList<ObligationCard>> OfAsync(RecordRef subject, CancellationToken cancellation) =>
        await CardsAsync(Of(subject), cancellation);

    public async Task<IReadOnlyList<ObligationCard>> OfAllAsync(IReadOnlyCollection<RecordRef> subjects, CancellationToken cancellation)
    {
        if (subjects.Count == 0) return [];
        var keys = subjects.Select(s => s.Key).Distinct().ToList();
        var cards = await CardsAsync(db.Set<Obligation>().VisibleTo(Viewer.System).Where(o => keys.Contains(o.SubjectKey)), cancellation);
        return [.. cards.Where(c => subjects.Contains(c.Subject))];
    }

    private static async Task<IReadOnlyList<ObligationCard>> CardsAsync(IQueryable<Obligation> obligations, CancellationToken cancellation) =>
        [.. (await obligations.AsNoTracking().OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(cancellation))
            .Select(o => new ObligationCard(o.Subject, o.Kind, o.Title, o.Address, o.Due, o.State, o.Receipt) { Instance = o.Instance })];

    /// <summary>The open one, or one that was open until this unit of work closed it: then owing it again opens that same row.</summary>
    private async Task<Obligation?> OpenAsync(RecordRef subject, string kind, string instance, CancellationToken cancellation) =>
        Known(subject).FirstOrDefault(o => o.Kind == kind && o.Instance == instance && o.State == ObligationState.Open)
        ?? await Of(subject).FirstOrDefaultAsync(o => o.Kind == kind && o.Instance == instance && o.State == ObligationState.Open, cancellation);

    /// <summary>Owed for the very day it was already fulfilled for: a repeated import or a nightly job asks for nothing new.</summary>
    private async Task<bool> IsFulfilledAsync(NewObligation owed, CancellationToken cancellation) =>
        Known(owed.Subject).Any(o => o.Kind == owed.Kind && o.Instance == owed.Instance && o.Due == owed.Due && o.State == ObligationState.Fulfilled)
        || await Of(owed.Subject).AnyAsync(
            o => o.Kind == owed.Kind && o.Instance == owed.Instance && o.Due == owed.Due && o.State == ObligationState.Fulfilled, cancellation);

    private IQueryable<Obligation> Of(RecordRef subject) => db.Set<Obligation>().VisibleTo(Viewer.System)
        .Where(o => o.SubjectKey == subject.Key && o.SubjectKind == subject.Kind);

    private IEnumerable<Obligation> Known(RecordRef subject) => db.Set<Obligation>().Local.Where(o => o.Subject == subject);
}
