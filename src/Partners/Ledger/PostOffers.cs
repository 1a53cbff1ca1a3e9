using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Ledger;

/// <summary>
/// Every night: posts what agreements in force offer in the running academic year, so that a later amendment changes no past year. A line that
/// changed within the year is posted anew and the former entry withdrawn.
/// </summary>
internal sealed record PostOffers : IJobPayload
{
    public static string Kind => "partners.post-offers";

    /// <summary>The kind of the source of an offer: the line of places.</summary>
    public const string Source = "partners.place-line";
}

internal sealed class PostOffersHandler(SchoolClock clock, AcademicCalendar calendar) : IJob<PostOffers>
{
    public async Task RunAsync(PostOffers payload, JobRun run, CancellationToken cancellation)
    {
        var db = run.Db;
        var year = calendar.Of(clock.Today);
        var agreements = await db.Set<Agreement>().VisibleTo(Viewer.System).AsNoTracking().Where(a => a.SignedOn != null && a.EffectiveOn != null)
            .Include(a => a.Places).Include(a => a.Parties).AsSplitQuery().ToListAsync(cancellation);
        var posted = await db.Set<PlaceEntry>().ViewerNamed()
            .Where(e => e.SourceKind == PostOffers.Source && e.AcademicYear == year && e.WithdrawnAt == null).ToListAsync(cancellation);
        foreach (var agreement in agreements)
        {
            var until = agreement is { Term: TermKind.Automatic, EndedOn: null, NoticeOn: null, State: AgreementState.Active } ? null : agreement.LastDay;
            var isOffered = calendar.Covers(year, agreement.EffectiveOn, until);
            var partners = agreement.Parties.Where(p => p.OrganisationId is not null).Select(p => p.OrganisationId!.Value).ToList();
            var offers = isOffered ? agreement.Places.Where(p => p.Within is null && (p.AcademicYear is null || p.AcademicYear == year)).ToList() : [];
            foreach (var old in posted.Where(e => e.AgreementId == agreement.Id && !offers.Exists(o => o.Id.Value == e.SourceKey && o.PerYear * 100 == e.Hundredths && o.Direction == e.Direction)))
                old.Withdraw(run.Now, "changed");
            foreach (var line in offers.Where(o => !posted.Exists(e => e.SourceKey == o.Id.Value && e.WithdrawnAt is null)))
            {
                // What several partners share belongs to none of them alone.
                if ((line.PartnerId ?? (partners.Count == 1 ? partners[0] : null)) is not { } partner) continue;
                db.Add(new PlaceEntry
                {
                    AgreementId = agreement.Id,
                    OrganisationId = partner,
                    AcademicYear = year,
                    Direction = line.Direction,
                    Place = line.Code,
                    Level = line.Level,
                    UnitId = line.UnitId,
                    Kind = PlaceEntryKind.Offered,
                    Hundredths = line.PerYear * 100,
                    SourceKind = PostOffers.Source,
                    SourceKey = line.Id.Value,
                    RecordedAt = run.Now,
                });
            }
        }
    }
}
