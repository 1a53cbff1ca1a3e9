using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Answers;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.FactSheets;

/// <summary>Reads where every partner's fact sheet of a year stands, in four statements whatever their number.</summary>
internal sealed class FactSheetRows(AppDbContext db, IOrganisations organisations, OutsideLinks links, SchoolClock clock)
{
    /// <summary>The partners with an agreement in force, and those with a sheet of the year; by name.</summary>
    public async Task<IReadOnlyList<FactSheetRow>> AllAsync(int year, Viewer viewer, CancellationToken cancellation)
    {
        var partners = new PartnerSet(db, organisations, viewer, clock.Today);
        var sheets = await db.Set<FactSheet>().VisibleTo(viewer).AsNoTracking().Where(f => f.Year == year && f.State != FactSheetState.Returned)
            .OrderByDescending(f => f.RecordedAt).ToListAsync(cancellation);
        var withSheet = sheets.Select(s => s.OrganisationId).Distinct().ToList();
        var inForce = partners.InForceOf.Select(a => a.Partner);
        var cards = await organisations.Cards(viewer).Where(o => inForce.Contains(o.Id) || withSheet.Contains(o.Id)).ToListAsync(cancellation);
        var instance = FactSheetReading.InstanceOf(year);
        var asked = viewer.May(Foundation.FoundationPermissions.Links)
            ? (await links.Lines(viewer).Where(l => l.Purpose == AnswerFactSheet.Purpose && l.Instance == instance && l.WithdrawnAt == null).ToListAsync(cancellation)).ToLookup(l => l.SubjectKey)
            : Enumerable.Empty<LinkLine>().ToLookup(l => l.SubjectKey);
        var bySheet = sheets.ToLookup(s => s.OrganisationId);
        return [.. cards.OrderBy(c => Language.Current == Language.Chinese ? c.SortKeyZh : c.SortKey, SortKeyOrder.Instance)
            .Select(c => Row(c, year, [.. bySheet[c.Id]], [.. asked[c.Id.Value]]))];
    }

    public static IReadOnlyList<FactSheetRow> Narrow(IReadOnlyList<FactSheetRow> rows, ListQuery query)
    {
        var found = rows.Where(r => query.Text.Length == 0 || r.Partner.Name.Texts.Values.Any(n => n.Contains(query.Text, StringComparison.InvariantCultureIgnoreCase)));
        if (Enum.TryParse<FactSheetStanding>(query.Filter("standing"), out var standing)) found = found.Where(r => r.Standing == standing);
        return
        [
            .. (query.SortColumn, query.Descending) switch
            {
                ("autumn", false) => found.OrderBy(r => r.Sheet?.Autumn.Nominate ?? DateOnly.MaxValue),
                ("autumn", true) => found.OrderByDescending(r => r.Sheet?.Autumn.Nominate ?? DateOnly.MinValue),
                ("spring", false) => found.OrderBy(r => r.Sheet?.Spring.Nominate ?? DateOnly.MaxValue),
                ("spring", true) => found.OrderByDescending(r => r.Sheet?.Spring.Nominate ?? DateOnly.MinValue),
                _ => found,
            },
        ];
    }

    private FactSheetRow Row(OrganisationCard partner, int year, IReadOnlyList<FactSheet> sheets, IReadOnlyList<LinkLine> asked)
    {
        var confirmed = sheets.FirstOrDefault(s => s.State == FactSheetState.Confirmed);
        var open = asked.Where(l => l.AnsweredAt is null).OrderByDescending(l => l.SentAt).FirstOrDefault();
        var standing = sheets.Any(s => s.State == FactSheetState.Proposed) ? FactSheetStanding.Review
            : confirmed is not null ? FactSheetStanding.Confirmed
            : open is null ? FactSheetStanding.NotAsked
            : open.ExpiresAt > db.Write.Now ? FactSheetStanding.Asked : FactSheetStanding.Silent;
        return new(partner, year, standing, confirmed is null ? null : FactSheetAnswer.FromJson(confirmed.Answer).Sheet, open?.Name, open?.SentAt);
    }
}

/// <summary>A partner's row.</summary>
/// <param name="Partner">Who.</param>
/// <param name="Year">The academic year.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Sheet">What counts; none: nothing yet.</param>
/// <param name="Asked">Who was asked last and has not answered.</param>
/// <param name="AskedAt">When.</param>
public sealed record FactSheetRow(OrganisationCard Partner, int Year, FactSheetStanding Standing, FactSheetContent? Sheet, string? Asked, NodaTime.Instant? AskedAt);

/// <summary>Where a partner's fact sheet of a year stands.</summary>
public enum FactSheetStanding
{
    /// <summary>An answer waits for review.</summary>
    Review,

    /// <summary>Asked, not answered yet.</summary>
    Asked,

    /// <summary>The link expired without an answer.</summary>
    Silent,

    /// <summary>Nobody was asked.</summary>
    NotAsked,

    /// <summary>It counts.</summary>
    Confirmed,
}
