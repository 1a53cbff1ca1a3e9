using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Keeps the ledger of encounters for the rooms.</summary>
internal sealed class Encounters(AppDbContext db, IPersons persons) : IEncounters
{
    public Task NoteAsync(NewEncounter encounter, CancellationToken cancellation) => NoteAllAsync([encounter], cancellation);

    public async Task NoteAllAsync(IReadOnlyCollection<NewEncounter> encounters, CancellationToken cancellation)
    {
        var keys = encounters.Select(e => e.Source.Key).ToList();
        await Standing.Where(e => keys.Contains(e.SourceKey)).LoadAsync(cancellation);
        var standing = db.Set<Encounter>().Local.Where(e => e.WithdrawnAt == null).ToLookup(e => new RecordRef(e.SourceKind, e.SourceKey));
        foreach (var noted in encounters)
        {
            if (standing[noted.Source].FirstOrDefault() is { } known) known.Say(noted);
            else db.Add(Encounter.Of(noted, db.Write.Now));
        }
    }

    public async Task WithdrawAsync(RecordRef source, string reason, CancellationToken cancellation) =>
        (await StandingAsync(source, cancellation))?.Withdraw(reason, db.Write.Now);

    public async Task<IReadOnlyList<Guid>> RemoveAsync(IReadOnlyCollection<RecordRef> sources, CancellationToken cancellation)
    {
        var keys = sources.Select(s => s.Key).ToList();
        var found = (await db.Set<Encounter>().VisibleTo(Viewer.System).Where(e => keys.Contains(e.SourceKey)).ToListAsync(cancellation)).Where(e => sources.Contains(new(e.SourceKind, e.SourceKey))).ToList();
        db.RemoveRange(found);
        return [.. found.Select(e => e.Id.Value)];
    }

    public IQueryable<EncounterCard> Cards() => Standing.AsNoTracking().Select(e => new EncounterCard
    {
        Key = e.Id.Value,
        Person = e.PersonId,
        With = e.OrganisationId,
        Side = e.Side,
        Kind = e.Kind,
        From = e.From,
        Until = e.Until,
        SourceKind = e.SourceKind,
        SourceKey = e.SourceKey,
    });

    public async Task<IReadOnlyDictionary<PersonId, int>> DaysAsync(
        IReadOnlyCollection<PersonId> of, EncounterSide? side, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var cards = persons.Cards(Viewer.System);
        var asked = await cards.Where(p => of.Contains(p.Id)).Select(p => new { p.Id, p.Canonical }).ToListAsync(cancellation);
        var canonical = asked.Select(p => p.Canonical).Distinct().ToList();
        var found = from encounter in Standing.AsNoTracking()
                    join person in cards on encounter.PersonId equals person.Id
                    where canonical.Contains(person.Canonical) && encounter.From <= last && (encounter.Until == null || encounter.Until >= first)
                    select new { person.Canonical, encounter.Side, encounter.From, encounter.Until };
        if (side is { } one) found = found.Where(e => e.Side == one);
        var spans = (await found.ToListAsync(cancellation)).ToLookup(e => e.Canonical, e => (e.From, e.Until));
        return asked.Where(p => spans.Contains(p.Canonical)).ToDictionary(p => p.Id, p => DayCount.Within(spans[p.Canonical], first, last));
    }

    private IQueryable<Encounter> Standing => db.Set<Encounter>().VisibleTo(Viewer.System).Where(e => e.WithdrawnAt == null);

    private async Task<Encounter?> StandingAsync(RecordRef source, CancellationToken cancellation) =>
        db.Set<Encounter>().Local.FirstOrDefault(e => e.SourceKey == source.Key && e.SourceKind == source.Kind && e.WithdrawnAt == null)
        ?? await Standing.FirstOrDefaultAsync(e => e.SourceKey == source.Key && e.SourceKind == source.Kind, cancellation);
}
