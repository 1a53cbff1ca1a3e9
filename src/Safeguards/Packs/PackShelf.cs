using System.Collections.Concurrent;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Packs;

/// <summary>A pack with the row it was installed as.</summary>
internal sealed record InstalledPack(Id<PackEdition> Edition, Pack Pack);

/// <summary>The packs in force at a day. Of each pack one version: the one that begins last among those whose dates hold; it needs no end to be replaced.</summary>
internal sealed class PackShelf(AppDbContext db, PackCache cache, SchoolClock clock)
{
    /// <summary>The packs in force today.</summary>
    public Task<PacksInForce> TodayAsync(CancellationToken cancellation) => OnAsync(clock.Today, cancellation);

    /// <summary>The packs in force at a day.</summary>
    public async Task<PacksInForce> OnAsync(DateOnly day, CancellationToken cancellation)
    {
        var known = await db.Set<PackEdition>().AsNoTracking().Where(p => p.From <= day && (p.To == null || p.To >= day))
            .Select(p => new { p.Id, p.Code, p.From, p.InstalledAt }).ToListAsync(cancellation);
        var chosen = known.GroupBy(p => p.Code, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(p => p.From).ThenByDescending(p => p.InstalledAt).ThenByDescending(p => p.Id).First().Id).ToList();
        return new([.. (await cache.PacksAsync(db, chosen, cancellation)).OrderBy(p => p.Pack.Id, StringComparer.Ordinal)]);
    }

    /// <summary>One installed version.</summary>
    public async Task<Pack> OfAsync(Id<PackEdition> edition, CancellationToken cancellation) =>
        (await cache.PacksAsync(db, [edition], cancellation)).Single().Pack;
}

/// <summary>Packs already read; an installed version never changes.</summary>
internal sealed class PackCache
{
    private readonly ConcurrentDictionary<Id<PackEdition>, Pack> read = new();

    public async Task<IReadOnlyList<InstalledPack>> PacksAsync(AppDbContext db, IReadOnlyList<Id<PackEdition>> editions, CancellationToken cancellation)
    {
        var missing = editions.Where(e => !read.ContainsKey(e)).ToList();
        if (missing.Count > 0)
        {
            foreach (var row in await db.Set<PackEdition>().AsNoTracking().Where(p => missing.Contains(p.Id)).Select(p => new { p.Id, p.Content }).ToListAsync(cancellation))
                read[row.Id] = ShippedPacks.Read(row.Content);
        }

        return [.. editions.Select(e => new InstalledPack(e, read[e]))];
    }
}

/// <summary>Every rule in force at a day.</summary>
internal sealed record PacksInForce(IReadOnlyList<InstalledPack> Packs)
{
    /// <summary>The checks of a gate, of every pack that names it.</summary>
    public IReadOnlyList<(InstalledPack From, GateRule Gate, CheckRule Check)> ChecksAt(string gate, IReadOnlyList<string> territories) => [..
        from pack in Packs
        from rule in pack.Pack.Gates
        where rule.Id == gate
        from check in rule.Checks
        where check.TerritoriesIn is null || pack.Pack.Groupings.First(g => g.Id == check.TerritoriesIn).Codes.Intersect(territories, StringComparer.Ordinal).Any()
        select (pack, rule, check)];

    /// <summary>The longest an exception from a gate may be granted for: what every pack that names the gate allows.</summary>
    public int LongestException(string gate) => Packs.SelectMany(p => p.Pack.Gates).Where(g => g.Id == gate).Select(g => (int?)g.LongestExceptionDays).Min() ?? 0;

    /// <summary>A chain; where several packs have it, the one whose version begins last.</summary>
    public (InstalledPack From, ChainRule Chain)? Chain(string id) => Packs.OrderByDescending(p => p.Pack.EffectiveFrom)
        .SelectMany(p => p.Pack.Chains.Where(c => c.Id == id).Select(c => ((InstalledPack, ChainRule)?)(p, c))).FirstOrDefault();

    /// <summary>A schedule; where several packs have it, the one whose version begins last.</summary>
    public ScheduleRule? Schedule(string id) => Packs.OrderByDescending(p => p.Pack.EffectiveFrom).SelectMany(p => p.Pack.Schedules.Where(s => s.Id == id)).FirstOrDefault();

    /// <summary>When is reminded of a kind: the rule that names it, else the one for all.</summary>
    public (WorkCalendar Calendar, ObligationRule Rule)? Reminders(string kind) =>
        RemindersOf(kind) ?? RemindersOf("*");

    private (WorkCalendar, ObligationRule)? RemindersOf(string kind) => Packs.OrderByDescending(p => p.Pack.EffectiveFrom)
        .SelectMany(p => p.Pack.Obligations.Where(o => o.Kind == kind).Select(o => ((WorkCalendar, ObligationRule)?)(p.Pack.Calendar(o.Calendar)!, o))).FirstOrDefault();
}
