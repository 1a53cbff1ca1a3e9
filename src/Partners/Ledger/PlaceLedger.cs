using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Ledger;

/// <summary>
/// Takes and gives back places within the nested caps of an agreement. Works in the caller's transaction: what was taken there and not
/// saved yet counts. Two that take the last place at once meet in <see cref="PlaceYear"/>: the second to save fails with a concurrency error.
/// </summary>
internal sealed class PlaceLedger(AppDbContext db, IUnits units, AcademicCalendar calendar, TextCatalog texts) : IPlaceLedger
{
    public async Task<LocalizedText?> RefusalAsync(PlaceUse use, CancellationToken cancellation) => (await JudgeAsync(use, cancellation)).Refusal;

    public async Task<LocalizedText?> UseAsync(PlaceUse use, CancellationToken cancellation)
    {
        var judged = await JudgeAsync(use, cancellation);
        if (judged.Refusal is { } refusal) return refusal;
        await WithdrawAsync(use.Source, "replaced", cancellation);
        db.Add(new PlaceEntry
        {
            AgreementId = use.Agreement,
            OrganisationId = judged.Partner,
            AcademicYear = use.AcademicYear,
            Direction = judged.Direction,
            Place = use.Place,
            Level = use.Level,
            UnitId = use.Unit,
            Kind = PlaceEntryKind.Used,
            Count = use.Count,
            Hundredths = judged.Weight,
            SourceKind = use.Source.Kind,
            SourceKey = use.Source.Key,
            RecordedAt = db.Write.Now,
        });
        await SumUpAsync(use.Agreement, use.AcademicYear, cancellation);
        return null;
    }

    public async Task<IReadOnlyDictionary<AgreementId, IReadOnlyDictionary<string, int>>> LeftAsync(
        IReadOnlyCollection<AgreementId> agreements, int academicYear, CancellationToken cancellation)
    {
        var lines = (await db.Set<PlaceLine>().AsNoTracking().Where(l => agreements.Contains(l.AgreementId)).ToListAsync(cancellation)).ToLookup(l => l.AgreementId, l => new CapLine(l.Code, l.Within, l.PerYear));
        var used = (await db.Set<PlaceEntry>().ViewerNamed()
                .Where(e => agreements.Contains(e.AgreementId) && e.AcademicYear == academicYear && e.Kind == PlaceEntryKind.Used && e.WithdrawnAt == null && e.Place != null)
                .GroupBy(e => new { e.AgreementId, e.Place }).Select(g => new { g.Key, Hundredths = g.Sum(e => e.Hundredths) }).ToListAsync(cancellation))
            .ToLookup(u => u.Key.AgreementId, u => new UsedOnLine(u.Key.Place, u.Hundredths));
        return agreements.Distinct().ToDictionary(a => a, a => Left([.. lines[a]], [.. used[a]]));

        static IReadOnlyDictionary<string, int> Left(IReadOnlyList<CapLine> caps, IReadOnlyList<UsedOnLine> taken) => caps.ToDictionary(
            l => l.Code, l => PlaceCaps.Chain(caps, l.Code).Min(c => c.PerYear * 100 - PlaceCaps.Used(caps, c, taken)), StringComparer.Ordinal);
    }

    public async Task WithdrawAsync(RecordRef source, string reason, CancellationToken cancellation)
    {
        await db.Set<PlaceEntry>().ViewerNamed().Where(e => e.SourceKind == source.Kind && e.SourceKey == source.Key && e.WithdrawnAt == null).LoadAsync(cancellation);
        var taken = Tracked(e => IsOf(e, source) && IsUsed(e));
        foreach (var entry in taken) entry.Withdraw(db.Write.Now, reason);
        foreach (var (agreement, year) in taken.Select(e => (e.AgreementId, e.AcademicYear)).Distinct()) await SumUpAsync(agreement, year, cancellation);
    }

    private async Task<(LocalizedText? Refusal, OrganisationId Partner, PlaceDirection Direction, int Weight)> JudgeAsync(PlaceUse use, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(use.Count, 1);
        if (await AgreementAsync(use.Agreement, cancellation) is not { } agreement) return Refused(texts.InEach("partners.places.no-agreement"));
        var content = agreement.Text;
        if (content.Places.FirstOrDefault(p => p.Code == use.Place) is not { } line) return Refused(texts.InEach("partners.places.no-line", agreement.Number, use.Place));
        if (!IsOffered(agreement, use.AcademicYear)) return Refused(texts.InEach("partners.places.not-in-force", agreement.Number, calendar.Name(use.AcademicYear)));
        var partners = agreement.Parties.Where(p => p.OrganisationId is not null).OrderBy(p => p.Order).Select(p => p.OrganisationId!.Value).ToList();
        if (use.Partner is { } named && !partners.Contains(named)) return Refused(texts.InEach("partners.places.no-party", agreement.Number));
        if (use.Partner is null && partners.Count > 1) return Refused(texts.InEach("partners.places.which-partner", agreement.Number));
        var partner = use.Partner ?? partners.FirstOrDefault();
        var caps = content.Places.Select(p => new CapLine(p.Code, p.Within, p.PerYear)).ToList();
        foreach (var cap in PlaceCaps.Chain(caps, use.Place))
        {
            if (await ForbiddenByAsync(content.Places.First(p => p.Code == cap.Code), use, partner, agreement.Number, cancellation) is { } why) return Refused(why);
        }

        var entries = await EntriesAsync(use.Agreement, use.AcademicYear, cancellation);
        var weight = (use.Length == PlaceLength.Year ? content.YearWeight : content.SemesterWeight) * use.Count;
        var others = entries.Where(e => IsUsed(e) && !IsOf(e, use.Source)).Select(e => new UsedOnLine(e.Place, e.Hundredths)).ToList();
        if (PlaceCaps.Exceeded(caps, use.Place, weight, others) is { } full)
            return Refused(Full(agreement.Number, full.Line, full.Left, weight, use.AcademicYear));
        return (null, partner, line.Direction, weight);

        static (LocalizedText?, OrganisationId, PlaceDirection, int) Refused(LocalizedText why) => (why, default, default, 0);
    }

    private Task<Agreement?> AgreementAsync(AgreementId id, CancellationToken cancellation) => db.Set<Agreement>().VisibleTo(Viewer.System).AsNoTracking()
        .Include(a => a.Parties).SingleOrDefaultAsync(a => a.Id == id && a.SignedOn != null, cancellation);

    private bool IsOffered(Agreement agreement, int year) => calendar.Covers(
        year, agreement.EffectiveOn, agreement is { Term: TermKind.Automatic, EndedOn: null, NoticeOn: null, State: AgreementState.Active } ? null : agreement.LastDay);

    private async Task<LocalizedText?> ForbiddenByAsync(PlaceContent line, PlaceUse use, OrganisationId partner, string number, CancellationToken cancellation)
    {
        if (line.AcademicYear is { } year && year != use.AcademicYear) return texts.InEach("partners.places.other-year", number, line.Code, calendar.Name(year));
        if (line.Level is { } level && level != use.Level)
            return texts.InEach("partners.places.level", number, line.Code, texts.InEach("partners.places.level." + level));
        if (line.Field is { } field && use.Field?.StartsWith(field, StringComparison.Ordinal) != true) return texts.InEach("partners.places.field", number, line.Code, field);
        if (line.Partner is { } only && only != partner) return texts.InEach("partners.places.other-partner", number, line.Code);
        if (line.Unit is not { } unit) return null;
        var all = (await units.AllAsync(cancellation)).ToDictionary(u => u.Id);
        for (var at = use.Unit; at is { } here; at = all.GetValueOrDefault(here)?.Parent)
            if (here == unit) return null;
        var name = all.GetValueOrDefault(unit)?.Name ?? LocalizedText.Empty;
        return texts.InEach("partners.places.unit", number, line.Code, name);
    }

    // Everything of the year, with what this transaction has not saved yet.
    private async Task<List<PlaceEntry>> EntriesAsync(AgreementId agreement, int year, CancellationToken cancellation)
    {
        await db.Set<PlaceEntry>().ViewerNamed().Where(e => e.AgreementId == agreement && e.AcademicYear == year && e.WithdrawnAt == null).LoadAsync(cancellation);
        return Tracked(e => e.AgreementId == agreement && e.AcademicYear == year && e.WithdrawnAt is null);
    }

    private async Task SumUpAsync(AgreementId agreement, int year, CancellationToken cancellation)
    {
        var entries = await EntriesAsync(agreement, year, cancellation);
        await db.Set<PlaceYear>().Where(y => y.AgreementId == agreement && y.AcademicYear == year).LoadAsync(cancellation);
        var sum = db.Set<PlaceYear>().Local.FirstOrDefault(y => y.AgreementId == agreement && y.AcademicYear == year);
        if (sum is null) db.Add(sum = new() { AgreementId = agreement, AcademicYear = year });
        sum.Put(entries.Where(IsUsed));
    }

    private List<PlaceEntry> Tracked(Func<PlaceEntry, bool> which) =>
        [.. db.ChangeTracker.Entries<PlaceEntry>().Where(e => e.State is not (EntityState.Deleted or EntityState.Detached)).Select(e => e.Entity).Where(which)];

    private static bool IsUsed(PlaceEntry entry) => entry.Kind == PlaceEntryKind.Used && entry.WithdrawnAt is null;

    private static bool IsOf(PlaceEntry entry, RecordRef source) => entry.SourceKind == source.Kind && entry.SourceKey == source.Key;

    private LocalizedText Full(string number, CapLine line, int left, int asked, int year) => texts.InEach(
        "partners.places.full", number, line.Code, PlaceAmounts.Places(Math.Max(0, left)), line.PerYear, calendar.Name(year), PlaceAmounts.Places(asked));
}
