using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Documents;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Papers;

/// <summary>What documents say about a stay: certificates, confirmations, letters of invitation. Nobody's stay but the one named, and only its own dates and places.</summary>
internal sealed class StayPapers(AppDbContext db, StayNames names, SchoolNames school, SchoolClock clock, TextCatalog texts) : IDocumentRecords
{
    public string Kind => Stay.RecordKind;

    public string? OutwardGate => "mobility.invite";

    public IReadOnlyList<string> Fields { get; } =
    [
        "student", "guest", "sent_student", "partner", "partner_city", "partner_country", "stay_form", "stay_level", "stay_topic", "stay_from", "stay_until", "stay_days", "stayed_from", "stayed_until", "stayed_days", "home_supervisor", "host_supervisor", "university", "unit",
    ];

    public IReadOnlyList<StartingTemplate> Starting { get; } = [.. StayLetters.All, AdmissionLetter.Template];

    public async Task<DocumentSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var id = new Id<Stay>(key);
        if (await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { State: not StayState.CalledOff } stay) return null;
        var people = await names.PersonsAsync([.. new[] { stay.PersonId, stay.HomeSupervisorId, stay.HostSupervisorId }.OfType<PersonId>()], cancellation);
        var partner = (await names.PartnersAsync([stay.OrganisationId], cancellation))[stay.OrganisationId];
        var form = await db.Set<MobilityForm>().Where(f => f.Id == stay.FormId).Select(f => f.Name).SingleAsync(cancellation);
        var own = await school.OfAsync(stay.UnitId, cancellation);
        var (first, last) = (stay.ArrivedOn ?? stay.From, stay.EndedOn ?? stay.Until);
        var (guest, isOver) = (stay.Direction == PlaceDirection.In, stay.State == StayState.Returned);
        var days = LocalizedText.InEach(l => (Counted(stay, last).DayNumber - first.DayNumber + 1).ToString(l.Culture));
        return new(stay.Ref(), people[stay.PersonId], ShowStay.AddressOf(stay.Id), stay.UnitId.Value, new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
        {
            ["student"] = people[stay.PersonId],
            ["guest"] = guest ? people[stay.PersonId] : LocalizedText.Empty,
            ["sent_student"] = guest ? LocalizedText.Empty : people[stay.PersonId],
            ["partner"] = partner.Name,
            ["partner_city"] = partner.City,
            ["partner_country"] = Countries.NameOf(texts, partner.Country),
            ["stay_form"] = form,
            ["stay_level"] = stay.Level is { } level ? LocalizedText.InEach(l => texts.In(l, "mobility.level." + level)) : LocalizedText.Empty,
            ["stay_topic"] = stay.Topic,
            ["stay_from"] = Day(first),
            ["stay_until"] = Day(last),
            ["stay_days"] = days,
            ["stayed_from"] = isOver ? Day(first) : LocalizedText.Empty,
            ["stayed_until"] = isOver ? Day(last) : LocalizedText.Empty,
            ["stayed_days"] = isOver ? days : LocalizedText.Empty,
            ["home_supervisor"] = stay.HomeSupervisorId is { } home ? people[home] : LocalizedText.Empty,
            ["host_supervisor"] = stay.HostSupervisorId is { } host ? people[host] : LocalizedText.Empty,
            ["university"] = own.University,
            ["unit"] = own.Unit,
        })
        {
            Dates = [.. new[] { stay.From, stay.Until, stay.ArrivedOn, stay.EndedOn }.OfType<DateOnly>().Distinct()],
            Organisations = [stay.OrganisationId.Value],
            Persons = [.. people.Keys.Select(p => p.Value)],
            Names = [.. own.Names, .. people.Values.SelectMany(p => p.Texts.Values)],
            Countries = [partner.Country],
        };
    }

    public async Task<IReadOnlyList<(Guid Key, LocalizedText Title)>> SamplesAsync(Viewer viewer, int most, CancellationToken cancellation)
    {
        var found = await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => s.State == StayState.Returned || s.State == StayState.UnderWay).OrderByDescending(s => s.From).ThenBy(s => s.Id).Take(most)
            .Select(s => new { s.Id, s.PersonId }).ToListAsync(cancellation);
        var people = await names.PersonsAsync(found.ConvertAll(s => s.PersonId), cancellation);
        return [.. found.Select(s => (s.Id.Value, people[s.PersonId]))];
    }

    /// <summary>The students of some stays, by the stay.</summary>
    public async Task<IReadOnlyDictionary<Id<Stay>, LocalizedText>> TitlesAsync(IReadOnlyCollection<Id<Stay>> keys, Viewer viewer, CancellationToken cancellation)
    {
        var found = await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => keys.Contains(s.Id)).Select(s => new { s.Id, s.PersonId }).ToListAsync(cancellation);
        var people = await names.PersonsAsync([.. found.Select(s => s.PersonId).Distinct()], cancellation);
        return found.ToDictionary(s => s.Id, s => people[s.PersonId]);
    }

    // Days are said up to today while it lasts.
    private DateOnly Counted(Stay stay, DateOnly last) => stay.State == StayState.UnderWay && clock.Today < last ? clock.Today : last;

    private LocalizedText Day(DateOnly day) => LocalizedText.InEach(l => texts.DateIn(l, day));
}
