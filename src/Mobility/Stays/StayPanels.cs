using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>The stays of a person on their page: as the student, and as a supervisor.</summary>
internal sealed class PersonStays(AppDbContext db, StayNames names, IEncounters encounters, TextCatalog texts, SchoolClock clock) : IPersonPanelSource
{
    private const int Shown = 12;

    public async Task<IReadOnlyList<PersonPanel>> PanelsAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation)
    {
        var own = await Own(persons, viewer).OrderByDescending(s => s.From).ThenBy(s => s.Id).ToListAsync(cancellation);
        var supervised = await db.Set<Stay>().VisibleTo(viewer).AsNoTracking()
            .Where(s => s.State != StayState.CalledOff && ((s.HomeSupervisorId != null && persons.Contains(s.HomeSupervisorId.Value)) || (s.HostSupervisorId != null && persons.Contains(s.HostSupervisorId.Value))))
            .OrderByDescending(s => s.From).ThenBy(s => s.Id).Take(Shown).ToListAsync(cancellation);
        if (own.Count + supervised.Count == 0) return [];
        var partners = await names.PartnersAsync([.. own.Concat(supervised).Select(s => s.OrganisationId).Distinct()], cancellation);
        var people = await names.PersonsAsync([.. supervised.Select(s => s.PersonId).Distinct()], cancellation);
        var panels = new List<PersonPanel>();
        if (own.Count > 0)
        {
            var days = (await encounters.DaysAsync([own[0].PersonId], null, DateOnly.MinValue, clock.Today, cancellation)).GetValueOrDefault(own[0].PersonId);
            panels.Add(new("stays.title", 30,
            [
                .. own.Take(Shown).Select(s => new PersonPanelLine(partners[s.OrganisationId].Name, ShowStay.AddressOf(s.Id), Span(s))),
                .. days > 0 ? [new PersonPanelLine(Said("stays.panel.days", days), null, null)] : Array.Empty<PersonPanelLine>(),
            ]));
        }

        if (supervised.Count > 0)
        {
            panels.Add(new("stays.panel.supervised", 31, [.. supervised.Select(s => new PersonPanelLine(
                LocalizedText.InEach(l => people[s.PersonId].In(l.Tag) + " · " + partners[s.OrganisationId].Name.In(l.Tag)), ShowStay.AddressOf(s.Id), Span(s)))]));
        }

        return panels;
    }

    public async Task<IReadOnlyList<PersonMoment>> TimelineAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation)
    {
        var own = await Own(persons, viewer).ToListAsync(cancellation);
        var partners = await names.PartnersAsync([.. own.Select(s => s.OrganisationId).Distinct()], cancellation);
        return [.. own.SelectMany(s => Moments(s).Select(m => new PersonMoment(
            m.On, texts.InEach("stays.panel." + m.Key, partners[s.OrganisationId].Name), ShowStay.AddressOf(s.Id), "stays.kind")))];
    }

    private IQueryable<Stay> Own(IReadOnlyCollection<PersonId> persons, Viewer viewer) =>
        db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => persons.Contains(s.PersonId) && s.State != StayState.CalledOff);

    private static IEnumerable<(DateOnly On, string Key)> Moments(Stay stay)
    {
        yield return (stay.ArrivedOn ?? stay.From, "began");
        if (stay.EndedOn is { } ended) yield return (ended, "ended");
    }

    private LocalizedText Said(string key, int number) => texts.InEach(key, number);

    private LocalizedText Span(Stay stay) => LocalizedText.InEach(l =>
        string.Format(l.Culture, texts.In(l, "stays.span"), texts.DateIn(l, stay.ArrivedOn ?? stay.From), texts.DateIn(l, stay.EndedOn ?? stay.Until)));
}

/// <summary>The stays at a partner on its page: those under way and to come, and how many there were.</summary>
internal sealed class PartnerStays(AppDbContext db, StayNames names, TextCatalog texts) : IPartnerPanelSource
{
    private const int Shown = 8;

    public async Task<IReadOnlyList<PartnerPanel>> PanelsAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        var of = Of(organisation, viewer);
        var all = await of.CountAsync(cancellation);
        if (all == 0) return [];
        var now = await of.Where(s => s.State == StayState.Planned || s.State == StayState.UnderWay).OrderByDescending(s => s.State).ThenBy(s => s.From).ThenBy(s => s.Id).Take(Shown).ToListAsync(cancellation);
        var people = await names.PersonsAsync([.. now.Select(s => s.PersonId).Distinct()], cancellation);
        return [new("stays.panel.partner", 5,
        [
            .. now.Select(s => new PartnerPanelLine(people[s.PersonId], ShowStay.AddressOf(s.Id), LocalizedText.InEach(l =>
                texts.In(l, "stays.state." + s.State) + " · " + string.Format(l.Culture, texts.In(l, "stays.span"), texts.DateIn(l, s.ArrivedOn ?? s.From), texts.DateIn(l, s.Until))))),
            new(texts.InEach(all == 1 ? "stays.panel.all.one" : "stays.panel.all.other", all), $"{ShowStay.List}?partner={organisation}", null),
        ])];
    }

    public async Task<IReadOnlyList<PartnerMoment>> TimelineAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        var begun = await Of(organisation, viewer).Where(s => s.ArrivedOn != null).OrderByDescending(s => s.ArrivedOn).Take(200).Select(s => new { s.Id, s.PersonId, s.ArrivedOn }).ToListAsync(cancellation);
        var people = await names.PersonsAsync([.. begun.Select(s => s.PersonId).Distinct()], cancellation);
        return [.. begun.Select(s => new PartnerMoment(s.ArrivedOn!.Value, people[s.PersonId], ShowStay.AddressOf(s.Id), "stays.kind"))];
    }

    private IQueryable<Stay> Of(OrganisationId organisation, Viewer viewer) =>
        db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => s.OrganisationId == organisation && s.State != StayState.CalledOff);
}
