using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Meetings;

/// <summary>On the desk of those who take part and of whoever planned it: the meeting to come, then whether it was held, then its minutes.</summary>
internal sealed class MeetingsOnDesk(AppDbContext db, PartnerNames partners, TextCatalog texts, SchoolClock clock) : IDeskSource
{
    private const int Most = 40;

    /// <summary>For how long minutes are asked for, in days.</summary>
    private const int Recent = 60;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Account is not { } own) return [];
        var (today, since) = (clock.Today, clock.Today.AddDays(-Recent));
        PersonId? me = viewer.Person is { } person ? new PersonId(person) : null;
        AccountId? account = new AccountId(own);
        var lines = await db.Set<Meeting>().VisibleTo(viewer).AsNoTracking()
            .Where(m => m.WithdrawnAt == null && (m.AccountId == account || (me != null && m.Participants.Any(p => p.PersonId == me))))
            .Where(m => (m.State == MeetingState.Planned && (m.On >= today || m.AccountId == account)) || (m.State == MeetingState.Held && m.AccountId == account && m.On >= since && !m.Editions.Any()))
            .OrderBy(m => m.On).ThenBy(m => m.Id).Take(Most)
            .Select(m => new { m.Id, m.Subject, m.OrganisationId, m.On, m.State }).ToListAsync(cancellation);
        var names = await partners.NamesAsync([.. lines.Select(l => l.OrganisationId).Distinct()], cancellation);
        return [.. lines.Select(line =>
        {
            var step = line.State == MeetingState.Held ? "minutes" : line.On < today ? "past" : "coming";
            return new DeskLine(
                texts.InEach("meetings.desk." + step, line.Subject, names[line.OrganisationId]),
                ShowMeeting.AddressOf(line.Id), "meetings.desk.open." + step, step == "minutes" ? null : line.On, "meeting");
        })];
    }
}

/// <summary>On a partner's page: the meetings to come, and the way to plan one or see all.</summary>
internal sealed class MeetingPanel(AppDbContext db, TextCatalog texts, SchoolClock clock) : IPartnerPanelSource
{
    private const int Order = 10;
    private const int Most = 6;

    public async Task<IReadOnlyList<PartnerPanel>> PanelsAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        var of = db.Set<Meeting>().VisibleTo(viewer).AsNoTracking().Where(m => m.OrganisationId == organisation && m.WithdrawnAt == null);
        var planned = await of.Where(m => m.State == MeetingState.Planned).OrderBy(m => m.On).ThenBy(m => m.Id).Take(Most)
            .Select(m => new { m.Id, m.Subject, m.On, m.Place }).ToListAsync(cancellation);
        var all = await of.CountAsync(cancellation);
        if (all == 0) return [];
        return [new("meetings.title", Order,
        [
            .. planned.Select(m => new PartnerPanelLine(
                LocalizedText.InEach(l => texts.DateIn(l, m.On) + " · " + m.Subject.In(l.Tag)), ShowMeeting.AddressOf(m.Id),
                m.On < clock.Today ? LocalizedText.InEach(l => texts.In(l, "meetings.panel.past")) : m.Place is { } place ? new LocalizedText(place, place) : null)),
            new(texts.InEach("meetings.panel.all", all), $"{MeetingList.Address}?partner={organisation}", null),
        ])];
    }

    /// <summary>Those held are told by their notes; one called off is told here.</summary>
    public async Task<IReadOnlyList<PartnerMoment>> TimelineAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation) =>
        [.. (await db.Set<Meeting>().VisibleTo(viewer).AsNoTracking().Where(m => m.OrganisationId == organisation && m.State == MeetingState.CalledOff && m.WithdrawnAt == null)
            .Select(m => new { m.Id, m.Subject, m.On }).ToListAsync(cancellation)).Select(m => new PartnerMoment(m.On, m.Subject, ShowMeeting.AddressOf(m.Id), "meetings.moment.called-off"))];
}
