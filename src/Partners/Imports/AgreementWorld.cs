using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Imports;

/// <summary>What the rows of a table of agreements are read against: kinds, units, and the agreements there are. Read in a fixed number of statements.</summary>
internal sealed class AgreementWorld
{
    public required IReadOnlyList<AgreementKind> Kinds { get; init; }

    public required IReadOnlyList<UnitCard> Units { get; init; }

    /// <summary>The agreements whose numbers the rows name.</summary>
    public required IReadOnlyDictionary<string, Agreement> ByNumber { get; init; }

    /// <summary>The most used in one academic year, in hundredths of a place, by agreement and direction.</summary>
    public required IReadOnlyDictionary<(AgreementId, PlaceDirection), int> MostUsed { get; init; }

    /// <summary>Agreements that still hold, by partner and kind.</summary>
    public required ILookup<(OrganisationId, Id<AgreementKind>), Holding> Holding { get; init; }

    public static async Task<AgreementWorld> ReadAsync(AppDbContext db, IUnits units, IReadOnlyCollection<string> numbers, CancellationToken cancellation)
    {
        var all = db.Set<Agreement>().VisibleTo(Viewer.System);
        var named = await all.Where(a => numbers.Contains(a.Number))
            .Include(a => a.Parties).Include(a => a.Units).Include(a => a.Places).Include(a => a.Steps).Include(a => a.Versions)
            .AsSplitQuery().ToListAsync(cancellation);
        var ids = named.ConvertAll(a => a.Id);
        var used = await db.Set<PlaceEntry>().Of(all).AsNoTracking()
            .Where(e => ids.Contains(e.AgreementId) && e.Kind == PlaceEntryKind.Used && e.WithdrawnAt == null)
            .GroupBy(e => new { e.AgreementId, e.Direction, e.AcademicYear })
            .Select(g => new { g.Key.AgreementId, g.Key.Direction, Hundredths = g.Sum(e => e.Hundredths) }).ToListAsync(cancellation);
        var holding = await (
            from party in db.Set<AgreementParty>()
            join agreement in all on party.AgreementId equals agreement.Id
            where party.OrganisationId != null && agreement.EffectiveOn != null
                && agreement.State != AgreementState.Expired && agreement.State != AgreementState.Terminated && agreement.State != AgreementState.Superseded
            select new { Partner = party.OrganisationId!.Value, agreement.Id, agreement.KindId, agreement.Number, From = agreement.EffectiveOn!.Value, agreement.LastDay }).ToListAsync(cancellation);
        return new()
        {
            Kinds = await db.Set<AgreementKind>().AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellation),
            Units = await units.AllAsync(cancellation),
            ByNumber = named.ToDictionary(a => a.Number, StringComparer.OrdinalIgnoreCase),
            MostUsed = used.GroupBy(u => (u.AgreementId, u.Direction)).ToDictionary(g => g.Key, g => g.Max(u => u.Hundredths)),
            Holding = holding.ToLookup(h => (h.Partner, h.KindId), h => new Holding(h.Number, h.From, h.LastDay)),
        };
    }

    /// <summary>A kind by its code or its name in any language.</summary>
    public AgreementKind? KindOf(string written) => Kinds.FirstOrDefault(k =>
        Same(k.Code, written) || k.Name.Texts.Values.Any(n => Same(n, written)));

    /// <summary>A unit by its code or its name in any language.</summary>
    public UnitCard? UnitOf(string written) => Units.FirstOrDefault(u => Same(u.Code, written) || u.Name.Texts.Values.Any(n => Same(n, written)));

    private static bool Same(string one, string other) => string.Equals(one.Replace(' ', '-'), other.Trim().Replace(' ', '-'), StringComparison.OrdinalIgnoreCase);
}

/// <summary>An agreement that holds, from when to when.</summary>
internal sealed record Holding(string Number, DateOnly From, DateOnly? LastDay)
{
    public bool Overlaps(DateOnly from, DateOnly? lastDay) => From <= (lastDay ?? DateOnly.MaxValue) && (LastDay ?? DateOnly.MaxValue) >= from;
}
