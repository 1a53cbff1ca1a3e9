using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Persons;

/// <summary>What was stated of a person and no longer stands: withdrawn or corrected, by whom, when, and why.</summary>
internal static class PersonHistory
{
    public static async Task<IReadOnlyList<PastRow>> ReadAsync(
        IReadOnlyCollection<PersonId> keys, AppDbContext db, Viewer viewer, IOrganisations organisations, TextCatalog texts, CancellationToken cancellation)
    {
        var places = await (
            from a in db.Set<PersonAffiliation>().VisibleTo(viewer)
            where keys.Contains(a.PersonId) && a.WithdrawnAt != null
            join o in organisations.Cards(viewer) on a.OrganisationId equals o.Id into found
            from o in found.DefaultIfEmpty()
            join u in db.Set<Unit>() on a.UnitId equals u.Id into units
            from u in units.DefaultIfEmpty()
            select new { Fact = a, Place = o != null ? o.Name : u != null ? u.Name : null }).AsNoTracking().ToListAsync(cancellation);
        var honours = await db.Set<PersonDistinction>().VisibleTo(viewer).AsNoTracking()
            .Where(d => keys.Contains(d.PersonId) && d.WithdrawnAt != null).ToListAsync(cancellation);
        var by = places.Select(p => p.Fact.WithdrawnBy).Concat(honours.Select(h => h.WithdrawnBy)).OfType<AccountId>().Distinct().ToList();
        var who = await AccountNames.OfAsync(db, by, cancellation);
        return [.. places.Select(p => Row(p.Fact, Joined(p.Place?.ToString(), p.Fact.Title.ToString(), p.Fact.UnitText), p.Fact.From, p.Fact.To))
            .Concat(honours.Select(h => Row(h, Joined(h.Name.ToString(), texts[DistinctionWords.KeyOf(h.Kind)], h.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)), null, null)))
            .OrderByDescending(r => r.At)];

        PastRow Row<T>(PersonFact<T> fact, string text, DateOnly? from, DateOnly? to)
            where T : PersonFact<T> =>
            new(text, from, to, fact.WithdrawnAt!.Value, fact.WithdrawnBy is { } account ? who.GetValueOrDefault(account) : null, fact.WithdrawnReason ?? "", fact.ReplacedBy is not null);
    }

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
}

/// <summary>Something that no longer stands.</summary>
public sealed record PastRow(string Text, DateOnly? From, DateOnly? To, Instant At, string? By, string Reason, bool WasCorrected);
