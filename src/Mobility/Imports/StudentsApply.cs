using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Imports;

/// <summary>Puts checked rows of students into the records; the import saves.</summary>
internal sealed class StudentsApply(
    AppDbContext db, IPersons persons, IUnits units, IEncounters encounters, IAgreements agreements, AcademicCalendar calendar, Stays.Stays stays, SchoolClock clock)
{
    public const string Person = "directory.person";

    private const string Source = "import";

    public async Task RunAsync(ImportBatch batch, CancellationToken cancellation)
    {
        var rows = batch.Lines.Select(l => (StudentLine)l.State!).ToList();
        var all = await units.AllAsync(cancellation);
        var unit = all.FirstOrDefault(u => u.Id.Value == batch.Unit) ?? all[0];
        var lines = await agreements.PlacesAsync([.. rows.Select(r => r.Agreement?.Id).OfType<AgreementId>().Distinct()], cancellation);
        var (students, hosts) = (new Dictionary<string, PersonId>(StringComparer.Ordinal), await HostsAsync(rows, cancellation));
        var made = new List<Stay>();
        foreach (var row in rows)
        {
            if (row.Person?.Id is not { } person && !students.TryGetValue(row.Key, out person))
            {
                person = persons.Add(new(row.Name, null, row.Direction == PlaceDirection.In ? row.Partner!.Id : null, null, Source, row.Direction == PlaceDirection.Out ? unit.Id : null));
                students[row.Key] = person;
                row.Line.Created(Person, person.Value, row.Shown, $"/people/{person}");
            }

            var stay = stays.Add(new(person, row.Partner!.Id, row.Direction, row.Form!.Id, calendar.Of(row.From), row.From, row.Until, unit.Id, Source)
            {
                Agreement = row.Agreement?.Id,
                Line = row.Agreement is { } under ? lines.GetValueOrDefault(under.Id, []).FirstOrDefault(p => p.Direction == row.Direction && p.Within is null)?.Code : null,
                Level = row.Level,
                Topic = row.Line.Text(StudentFields.Topic) is { Length: > 0 } topic ? PersonNames.IsHan(topic) ? new("", topic) : new(topic, "") : LocalizedText.Empty,
                HomeSupervisor = row.Home,
                HostSupervisor = HostOf(row, hosts),
            });
            if (row.From <= clock.Today) stay.Arrive(row.From);
            if (row.Until < clock.Today) stay.End(row.Until, row.Reason.Length > 0 ? row.Reason : null);
            row.Line.Created(Stay.RecordKind, stay.Id.Value, row.Shown, ShowStay.AddressOf(stay.Id));
            made.Add(stay);
        }

        await encounters.NoteAllAsync(
            [.. made.Where(s => s.ArrivedOn is not null).Select(s => new NewEncounter(
                s.PersonId, s.OrganisationId, s.Direction == PlaceDirection.Out ? EncounterSide.Away : EncounterSide.Here, StayMoves.EncounterKind, s.ArrivedOn!.Value, s.EndedOn, s.Ref(), StayMoves.UnderOf(s), unit.Name))],
            cancellation);
    }

    /// <summary>The supervisors known at the partners from earlier stays, by partner and name.</summary>
    private async Task<Dictionary<(OrganisationId, string), PersonId>> HostsAsync(List<StudentLine> rows, CancellationToken cancellation)
    {
        var partners = rows.Select(r => r.Partner!.Id).Distinct().ToList();
        var known = await db.Set<Stay>().VisibleTo(Viewer.System).Where(s => partners.Contains(s.OrganisationId) && s.HostSupervisorId != null).Select(s => new { s.OrganisationId, Host = s.HostSupervisorId!.Value }).Distinct().ToListAsync(cancellation);
        var keys = known.Select(k => k.Host).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => keys.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return known.SelectMany(k => names[k.Host].Texts.Values.Select(n => (Key: (k.OrganisationId, n.ToUpperInvariant()), k.Host))).DistinctBy(k => k.Key).ToDictionary(k => k.Key, k => k.Host);
    }

    private PersonId? HostOf(StudentLine row, Dictionary<(OrganisationId, string), PersonId> hosts)
    {
        var name = row.Line.Text(StudentFields.Host);
        if (name.Length == 0) return null;
        if (hosts.TryGetValue((row.Partner!.Id, name.ToUpperInvariant()), out var known)) return known;
        var added = persons.Add(new(PersonNames.Read(name), null, row.Partner.Id, null, Source));
        row.Line.Created(Person, added.Value, name, $"/people/{added}");
        return hosts[(row.Partner.Id, name.ToUpperInvariant())] = added;
    }
}
