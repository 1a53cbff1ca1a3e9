using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Documents;
using Entente.Ui.Pictures;
using Entente.Ui.Records;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.TwoDegrees;

/// <summary>Reads the way of a student to two degrees: the milestones of both institutions, and the days at either from every stay and encounter with the partner.</summary>
internal sealed class DegreeReading(AppDbContext db, StayReading stays, StayNames names, DegreeRules rules, IEncounters encounters, IAccounts accounts, SchoolNames school, SchoolClock clock, TextCatalog texts)
{
    public async Task<DegreeModel?> OfAsync(string id, CancellationToken cancellation)
    {
        if (await stays.OfAsync(id, cancellation) is not { HasTwoDegrees: true } stay) return null;
        var own = (await school.OfAsync(new(stay.UnitKey), cancellation)).University;
        var (home, host) = stay.Direction == PlaceDirection.Out ? (own, stay.Partner.Name) : (stay.Partner.Name, own);
        var programme = await StoredAsync(stay, cancellation);
        var model = new DegreeModel(stay, home, host);
        if (programme is not null) return await LaidOutAsync(model, programme, cancellation);
        if (await stays.FindAsync(id, cancellation) is not { } stored || await rules.OfAsync(stored.FormId, cancellation) is not { } rule) return model;
        return model with { MayLayOut = stay.MayEdit && stay.State != StayState.CalledOff, Suggested = (stay.From, stay.From.AddMonths(rule.Months).AddDays(-1)) };
    }

    /// <summary>The programme of the student with the partner; whoever asks has been shown a stay of it.</summary>
    public Task<DegreeProgramme?> StoredAsync(StayView stay, CancellationToken cancellation)
    {
        var (keys, partner) = (names.SameAs(stay.PersonId), stay.Partner.Id);
        return db.Set<DegreeProgramme>().ViewerNamed().Include(p => p.Spans).Include(p => p.Milestones).ThenInclude(m => m.Entries).AsSplitQuery()
            .SingleOrDefaultAsync(p => keys.Contains(p.PersonId) && p.OrganisationId == partner, cancellation);
    }

    private async Task<DegreeModel> LaidOutAsync(DegreeModel model, DegreeProgramme programme, CancellationToken cancellation)
    {
        var (today, stay) = (clock.Today, model.Stay);
        var (keys, partner, side) = (names.SameAs(stay.PersonId), stay.Partner.Id, stay.Direction == PlaceDirection.Out ? EncounterSide.Away : EncounterSide.Here);
        var met = await encounters.Cards().Where(e => keys.Contains(e.Person) && (e.With == partner ? e.Side == side : e.Side == EncounterSide.Away)).Select(e => new { e.With, e.From, e.Until, e.SourceKey }).ToListAsync(cancellation);
        var known = await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => keys.Contains(s.PersonId) && s.OrganisationId == partner && s.State != StayState.CalledOff && s.EndedOn == null).ToListAsync(cancellation);
        var there = met.Where(m => m.With == partner).ToList();
        var last = programme.FinishedOn ?? (programme.EndsOn > today ? programme.EndsOn : today);

        // What is known today, and what it comes to if stays go on as planned.
        List<(DateOnly From, DateOnly? Until)> actual = there.ConvertAll(m => (m.From, m.Until));
        List<(DateOnly From, DateOnly? Until)> planned =
        [
            .. there.Select(m => (m.From, m.Until ?? (known.Find(s => s.Id.Value == m.SourceKey) is { } running && running.Until > today ? running.Until : today))),
            .. known.Where(s => s.State == StayState.Planned).Select(s => (s.From, (DateOnly?)s.Until)),
        ];
        var (now, then) = (new Residence(programme.BeginsOn, last, actual), new Residence(programme.BeginsOn, last, planned));
        var elsewhere = met.Where(m => m.With != partner).Select(m => (m.From, m.Until)).ToList();
        var by = await accounts.OfAsync([.. programme.Milestones.SelectMany(m => m.Entries).Select(e => e.ById).Concat(programme.Spans.Select(s => s.ById)).OfType<AccountId>().Distinct()], cancellation);
        string NameOf(AccountId? account) => account is { } who && by.TryGetValue(who, out var card) ? card.Name : "–";
        return model with
        {
            BeginsOn = programme.BeginsOn,
            EndsOn = programme.EndsOn,
            FinishedOn = programme.FinishedOn,
            Last = last,
            Rule = programme.Rule,
            Days = now.DaysBy(today),
            Elsewhere = DayCount.Within(actual.Concat(elsewhere), programme.BeginsOn, today < last ? today : last) - now.HostBy(today),
            Home = SideOf(now, then, programme.HomeDays, false, today, last),
            Host = SideOf(now, then, programme.HostDays, true, today, last),
            HomeBars = [.. then.HomeSpans().SelectMany(s => Parted(s, today)).Select(s => new SpanBar(s.From, s.Until, texts["degrees.at-home"], s.From > today ? StateKind.Waiting : StateKind.Done))],
            HostBars = [.. then.HostSpans().SelectMany(s => Parted(s, today)).Select(s => new SpanBar(s.From, s.Until, texts["degrees.at-host"], s.From > today ? StateKind.Waiting : StateKind.Done))],
            Milestones = [.. programme.Milestones.OrderBy(m => m.DoneOn ?? m.PlannedOn).ThenBy(m => m.Side).ThenBy(m => m.Code, StringComparer.Ordinal).Select((m, i) => LineOf(m, i + 1, stay, NameOf))],
            Spans = [.. programme.Spans.OrderBy(s => s.At).Select(s => new SpanLine(clock.DateOf(s.At), s.BeginsOn, s.EndsOn, s.Reason, NameOf(s.ById)))],
        };
    }

    private static ResidenceLine SideOf(Residence now, Residence then, int least, bool atHost, DateOnly today, DateOnly last)
    {
        var days = atHost ? now.HostBy(today) : now.HomeBy(today);
        if (days >= least) return new(days, least, now.ReachedOn(least, atHost), 0, null);
        var reached = then.ReachedOn(least, atHost);
        var earliest = today.AddDays(least - days);
        return new(days, least, reached, reached is null ? least - (atHost ? then.HostBy(last) : then.HomeBy(last)) : 0, earliest <= last ? earliest : null);
    }

    private static IEnumerable<(DateOnly From, DateOnly Until)> Parted((DateOnly From, DateOnly Until) span, DateOnly today) =>
        span.From <= today && span.Until > today ? [(span.From, today), (today.AddDays(1), span.Until)] : [span];

    private MilestoneLine LineOf(Milestone milestone, int number, StayView stay, Func<AccountId?, string> nameOf)
    {
        var entries = milestone.Entries.OrderBy(e => e.At).ThenBy(e => e.Id).ToList();
        return new(number, milestone.Code, milestone.Side, milestone.Title, milestone.Role, milestone.PlannedOn, milestone.DoneOn)
        {
            File = milestone.FileId,
            MayNote = milestone.DoneOn is null && (stay.MayEdit || (stay.IsOwn && milestone.Role is null)),
            Entries = [.. entries.Select((e, i) => new MilestoneEntryLine(
                clock.DateOf(e.At), nameOf(e.ById), e.DoneOn, e.PlannedOn, e.Text, e.DoneOn is not null ? MilestoneDeed.Reached : i > 0 && entries[i - 1].DoneOn is not null ? MilestoneDeed.Reopened : MilestoneDeed.Moved))],
        };
    }
}
