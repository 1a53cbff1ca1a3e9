using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Reviews;

/// <summary>Why somebody should not judge an application, with what shows it.</summary>
/// <param name="Kind">Of what kind; its words are the text <c>reviews.conflict.{kind}</c>.</param>
/// <param name="Evidence">What the record says.</param>
public sealed record Conflict(string Kind, LocalizedText Evidence);

/// <summary>The conflicts found, by reviewer and application.</summary>
internal sealed record ConflictTable(ILookup<(AccountId Reviewer, Guid Application), Conflict> Found)
{
    public bool Has(AccountId reviewer, Guid application) => Found.Contains((reviewer, application));

    public IReadOnlyList<Conflict> Of(AccountId reviewer, Guid application) => [.. Found[(reviewer, application)]];
}

/// <summary>
/// Finds conflicts of interest in the record: the reviewer is the applicant, supervises or supervised a stay of theirs, or stands beside them on the page of a person
/// (papers, projects: whatever a room shows there); and what reviewers declared themselves. A family name shared is none.
/// </summary>
internal sealed class Conflicts(AppDbContext db, IPersons persons, IAccounts accounts, IEnumerable<IPersonPanelSource> panels, TextCatalog texts)
{
    public async Task<ConflictTable> OfAsync(IReadOnlyCollection<AccountCard> reviewers, IReadOnlyCollection<Application> applications, CancellationToken cancellation)
    {
        var found = new List<(AccountId, Guid, Conflict)>();
        var people = reviewers.Select(r => r.Person).OfType<PersonId>().Concat(applications.Select(a => a.PersonId)).Distinct().ToList();
        var (keys, names) = await KeysAsync(people, cancellation);
        var students = applications.ToLookup(a => keys[a.PersonId]);
        foreach (var reviewer in reviewers.Where(r => r.Person is not null))
        {
            var me = keys[reviewer.Person!.Value];
            found.AddRange(students[me].Select(a => (reviewer.Id, a.Id.Value, new Conflict("self", Say("reviews.evidence.self", l => [names[me].In(l.Tag)])))));
        }

        found.AddRange(await SupervisedAsync(reviewers, applications, keys, names, cancellation));
        foreach (var reviewer in reviewers.Where(r => r.Person is not null)) found.AddRange(await BesideAsync(reviewer, applications, keys, cancellation));
        var (ids, of) = (applications.Select(a => a.Id).ToList(), reviewers.Select(r => r.Id).ToList());
        found.AddRange((await db.Set<DeclaredConflict>().AsNoTracking().Where(d => ids.Contains(d.ApplicationId) && of.Contains(d.ReviewerId)).ToListAsync(cancellation))
            .Select(d => (d.ReviewerId, d.ApplicationId.Value, new Conflict("declared", new(d.Reason, d.Reason)))));
        return new(found.ToLookup(f => (f.Item1, f.Item2), f => f.Item3));
    }

    /// <summary>The same for reviewers named by their accounts.</summary>
    public async Task<ConflictTable> OfAsync(IReadOnlyCollection<AccountId> reviewers, IReadOnlyCollection<Application> applications, CancellationToken cancellation) =>
        await OfAsync([.. (await accounts.OfAsync(reviewers, cancellation)).Values], applications, cancellation);

    private async Task<IEnumerable<(AccountId, Guid, Conflict)>> SupervisedAsync(
        IReadOnlyCollection<AccountCard> reviewers, IReadOnlyCollection<Application> applications, Dictionary<PersonId, PersonId> keys, Dictionary<PersonId, LocalizedText> names, CancellationToken cancellation)
    {
        var theirs = keys.Keys.ToList();
        var stays = await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => theirs.Contains(s.PersonId) && s.State != StayState.CalledOff && (s.HomeSupervisorId != null || s.HostSupervisorId != null))
            .OrderBy(s => s.From).Select(s => new { s.PersonId, s.HomeSupervisorId, s.HostSupervisorId, s.From, s.Until }).ToListAsync(cancellation);
        return from stay in stays
               from application in applications
               where keys[application.PersonId] == keys[stay.PersonId]
               from reviewer in reviewers
               where reviewer.Person is not null
               let me = keys[reviewer.Person!.Value]
               where Is(stay.HomeSupervisorId, me) || Is(stay.HostSupervisorId, me)
               select (reviewer.Id, application.Id.Value, new Conflict("student", Say("reviews.evidence.student", l => [names[me].In(l.Tag), names[keys[application.PersonId]].In(l.Tag), texts.DateIn(l, stay.From), texts.DateIn(l, stay.Until)])));

        bool Is(PersonId? supervisor, PersonId me) => supervisor is { } known && keys.TryGetValue(known, out var canonical) && canonical == me;
    }

    // What other rooms show on a reviewer's page and leads to the applicant's: a paper together, a project together.
    private async Task<IEnumerable<(AccountId, Guid, Conflict)>> BesideAsync(AccountCard reviewer, IReadOnlyCollection<Application> applications, Dictionary<PersonId, PersonId> keys, CancellationToken cancellation)
    {
        var mine = keys.Where(k => k.Value == keys[reviewer.Person!.Value]).Select(k => k.Key).ToList();
        var lines = new List<PersonPanelLine>();
        foreach (var source in panels) lines.AddRange((await source.PanelsAsync(mine, Viewer.System, cancellation)).SelectMany(p => p.Lines));
        return from line in lines
               from application in applications
               where line.Address is { } address && keys.Any(k => k.Value == keys[application.PersonId] && address.StartsWith($"/people/{k.Key}", StringComparison.Ordinal))
               select (reviewer.Id, application.Id.Value, new Conflict("relation", line.Detail is { } detail ? LocalizedText.InEach(l => line.Text.In(l.Tag) + " · " + detail.In(l.Tag)) : line.Text));
    }

    /// <summary>Every key that stands for one of these people, with the key of the human being; and their names.</summary>
    private async Task<(Dictionary<PersonId, PersonId> Keys, Dictionary<PersonId, LocalizedText> Names)> KeysAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        var canonical = persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => p.Canonical);
        var cards = await persons.Cards(Viewer.System).Where(p => canonical.Contains(p.Canonical)).Select(p => new { p.Id, p.Canonical, p.Name }).ToListAsync(cancellation);
        return (cards.ToDictionary(c => c.Id, c => c.Canonical), cards.ToDictionary(c => c.Id, c => c.Name));
    }

    private LocalizedText Say(string key, Func<Foundation.Texts.Language, object?[]> args) => LocalizedText.InEach(l => string.Format(l.Culture, texts.In(l, key), args(l)));
}
