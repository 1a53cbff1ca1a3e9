using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Safeguards.Desk;

/// <summary>What changed in the records an account follows, read from the log; only records it may still see, one line a record, day and person.</summary>
internal sealed class Followed(AppDbContext db, IEnumerable<IRecordNames> names, IAccounts accounts, TextCatalog texts, SchoolClock clock)
{
    private const int Read = 400;

    public async Task<IReadOnlySet<RecordRef>> KeysAsync(Viewer viewer, CancellationToken cancellation) =>
        (await db.Set<Follow>().VisibleTo(viewer).Select(f => new { f.SubjectKind, f.SubjectKey }).ToListAsync(cancellation))
        .Select(f => new RecordRef(f.SubjectKind, f.SubjectKey)).ToHashSet();

    public async Task<IReadOnlyList<DeskNews>> NewsAsync(Viewer viewer, Instant since, CancellationToken cancellation)
    {
        var mine = db.Set<Follow>().VisibleTo(viewer);
        var changes = await (
            from entry in db.Set<LogEntry>()
            join follow in mine on entry.Record equals follow.SubjectKey
            where entry.At >= since && entry.At >= follow.Since && (entry.Actor == null || entry.Actor != viewer.Account)
            orderby entry.Id descending
            select new { entry.At, entry.Actor, follow.SubjectKind, follow.SubjectKey }).Take(Read).ToListAsync(cancellation);
        if (changes.Count == 0) return [];
        var known = await NamesAsync(changes.Select(c => new RecordRef(c.SubjectKind, c.SubjectKey)).ToHashSet(), viewer, cancellation);
        var actors = await accounts.OfAsync([.. changes.Select(c => c.Actor).OfType<Guid>().Distinct().Select(a => new AccountId(a))], cancellation);
        return [.. changes
            .GroupBy(c => (Subject: new RecordRef(c.SubjectKind, c.SubjectKey), c.Actor, On: clock.DateOf(c.At)))
            .Where(g => known.ContainsKey(g.Key.Subject))
            .Select(g => new DeskNews(g.Max(c => c.At), SentenceOf(g.Key.Actor, known[g.Key.Subject].Title), known[g.Key.Subject].Address, g.Key.Subject))];

        LocalizedText SentenceOf(Guid? actor, LocalizedText title) =>
            actor is { } by && actors.TryGetValue(new AccountId(by), out var account)
                ? Sentences.Of(texts, "desk.news.changed-by", account.Name, title)
                : Sentences.Of(texts, "desk.news.changed", title);
    }

    private async Task<Dictionary<RecordRef, RecordName>> NamesAsync(HashSet<RecordRef> records, Viewer viewer, CancellationToken cancellation)
    {
        var known = new Dictionary<RecordRef, RecordName>();
        foreach (var source in names)
        {
            var keys = records.Where(r => r.Kind == source.Kind).Select(r => r.Key).ToList();
            if (keys.Count == 0) continue;
            foreach (var (key, name) in await source.VisibleAsync(keys, viewer, cancellation)) known[new(source.Kind, key)] = name;
        }

        return known;
    }
}
