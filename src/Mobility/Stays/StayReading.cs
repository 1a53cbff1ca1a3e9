using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Changes;
using Entente.Mobility.Model;
using Entente.Ui.Records;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>Reads a stay with the names of its people and what is owed for it, in a number of statements that does not depend on theirs.</summary>
internal sealed class StayReading(
    AppDbContext db, Viewer viewer, StayNames names, IAgreements agreements, IUnits units, IObligations obligations, ISchedules schedules, StayParts parts, ChangeLines changes, AcademicCalendar calendar, SchoolClock clock, TextCatalog texts)
{
    /// <summary>The stay as stored, to be changed.</summary>
    public async Task<Stay?> FindAsync(string id, CancellationToken cancellation) =>
        Id<Stay>.TryParse(id, null, out var key) ? await db.Set<Stay>().VisibleTo(viewer).SingleOrDefaultAsync(s => s.Id == key, cancellation) : null;

    /// <summary>The stay as stored, to be changed by whoever keeps it.</summary>
    public async Task<Stay?> KeptAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } stay && viewer.May(MobilityPermissions.Edit, stay.UnitId.Value) ? stay : null;

    /// <summary>The stay as pages show it; none where the viewer sees no such stay.</summary>
    public async Task<StayView?> OfAsync(string id, CancellationToken cancellation)
    {
        if (!Id<Stay>.TryParse(id, null, out var key)) return null;
        var stay = await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(s => s.Id == key, cancellation);
        if (stay is null) return null;
        var people = await names.PersonsAsync([.. new[] { stay.PersonId, stay.HomeSupervisorId, stay.HostSupervisorId }.OfType<PersonId>()], cancellation);
        var form = await db.Set<MobilityForm>().Where(f => f.Id == stay.FormId).Select(f => new { f.Name, f.HasTwoDegrees }).SingleAsync(cancellation);
        var asked = await changes.OfAsync(stay, cancellation);
        var (isOwn, sees) = (viewer.Person == stay.PersonId.Value, viewer.May(MobilityPermissions.View, stay.UnitId.Value));
        return new()
        {
            Key = stay.Id.Value,
            Token = stay.Version,
            PersonId = stay.PersonId,
            Person = people[stay.PersonId],
            Partner = (await names.PartnersAsync([stay.OrganisationId], cancellation))[stay.OrganisationId],
            Form = form.Name,
            HasTwoDegrees = form.HasTwoDegrees,
            Direction = stay.Direction,
            Level = stay.Level,
            Year = calendar.Name(stay.AcademicYear),
            From = stay.From,
            Until = stay.Until,
            Topic = stay.Topic,
            State = stay.State,
            ArrivedOn = stay.ArrivedOn,
            EndedOn = stay.EndedOn,
            Reason = stay.Reason,
            Days = stay.DaysBy(clock.Today),
            Agreement = stay.AgreementId is not { } agreement ? null : await agreements.Cards(Viewer.System).Where(a => a.Id == agreement).Select(a => new Ui.Lists.Choice(a.Id.ToString(), a.Number)).FirstOrDefaultAsync(cancellation),
            HomeSupervisorId = stay.HomeSupervisorId,
            HostSupervisorId = stay.HostSupervisorId,
            HomeSupervisor = stay.HomeSupervisorId is { } home ? people.GetValueOrDefault(home) : null,
            HostSupervisor = stay.HostSupervisorId is { } host ? people.GetValueOrDefault(host) : null,
            Unit = (await units.AllAsync(cancellation)).Single(u => u.Id == stay.UnitId).Name,
            UnitKey = stay.UnitId.Value,
            Source = stay.Source,
            RecordedOn = clock.DateOf(stay.RecordedAt),
            Today = clock.Today,
            Steps = [.. (await obligations.OfAsync(stay.Ref(), cancellation)).Where(o => o.State != ObligationState.Released)],
            Schedule = (await schedules.OfAsync(StayDuties.Schedule, cancellation)).ToDictionary(s => s.Code, StringComparer.Ordinal),
            Outcomes = await parts.OutcomesAsync(stay, cancellation),
            Reports = await parts.ReportsAsync(stay, cancellation),
            Changes = asked,
            Timeline = [.. Timeline(stay), .. ChangeWords.Happened(asked, texts)],
            MayEdit = viewer.May(MobilityPermissions.Edit, stay.UnitId.Value),
            MaySeeOthers = sees,
            IsOwn = isOwn,
            Contact = isOwn || sees ? await parts.ContactAsync(stay, cancellation) : null,
        };
    }

    private List<TimelineItem> Timeline(Stay stay)
    {
        var items = new List<TimelineItem> { new(clock.DateOf(stay.RecordedAt), texts["stays.moment.recorded", texts["stays.source." + stay.Source]]) };
        items.Add(stay.ArrivedOn is { } arrived ? new(arrived, texts["stays.moment.arrived"]) : new(stay.From, texts["stays.moment.begins"]));
        if (stay.EndedOn is { } ended) items.Add(new(ended, stay.Reason is { } broken ? texts["stays.moment.broken-off", broken] : texts["stays.moment.ended"]));
        else if (stay.State == StayState.CalledOff) items = [items[0], new(clock.DateOf(stay.RecordedAt), texts["stays.moment.off", stay.Reason])];
        else items.Add(new(stay.Until, texts["stays.moment.ends"]));
        return items;
    }
}
