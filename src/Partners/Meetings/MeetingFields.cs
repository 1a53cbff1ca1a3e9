using Entente.Contracts.Partners;
using Entente.Foundation.Web;
using Entente.Partners.Model;

namespace Entente.Partners.Meetings;

/// <summary>What is entered about a meeting.</summary>
internal sealed record MeetingFields(
    string Subject, DateOnly? On, TimeOnly? Starts, int? Minutes, MeetingForm Form, string Place, string Agenda, AgreementId? Agreement, IReadOnlyList<MeetingGuest> Guests)
{
    public const int LongestMinutes = 1440;
    public const int MostGuests = 60;
    private const int LongestNames = 4_000;

    /// <summary>Reads the form; who may be chosen was read before.</summary>
    public static MeetingFields Read(FormReader form, IReadOnlyList<MeetingContact> contacts)
    {
        var fields = new MeetingFields(
            form.Text("subject", Meeting.LongestSubject, required: true), form.Date("on", required: true), form.Time("starts"), form.Number("minutes", 5, LongestMinutes),
            form.Choice("form", MeetingForm.InPerson), form.Text("place", Meeting.LongestPlace), form.Text("agenda", Meeting.LongestAgenda), form.Key<AgreementCard>("agreement"), Guests: []);
        if (fields.On is { Year: < 1950 or > 2100 }) form.Refuse("on", "form.date");
        return fields with { Guests = GuestsOf(form, contacts) };
    }

    private static IReadOnlyList<MeetingGuest> GuestsOf(FormReader form, IReadOnlyList<MeetingContact> contacts)
    {
        var chosen = form.All("contact").ToHashSet(StringComparer.Ordinal);
        var guests = contacts.Where(c => chosen.Contains(c.Person.ToString())).Select(c => new MeetingGuest(c.Side, c.Person, null)).ToList();
        foreach (var key in form.All("person"))
        {
            if (key.Length == 0) continue;
            if (!PersonId.TryParse(key, null, out var person)) form.Refuse("person", "form.choice");
            else if (!guests.Exists(g => g.Person == person)) guests.Add(new(ContactSide.School, person, null));
        }

        guests.AddRange(Named(form, "school-names", ContactSide.School));
        guests.AddRange(Named(form, "partner-names", ContactSide.Partner));
        if (guests.Count > MostGuests) form.Refuse("contact", "meetings.guests.many", MostGuests);
        return guests;
    }

    /// <summary>Names as typed, one a line.</summary>
    private static IEnumerable<MeetingGuest> Named(FormReader form, string field, ContactSide side)
    {
        var names = form.Text(field, LongestNames).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (names.Find(n => n.Length > MeetingParticipant.LongestName) is { } longest) form.Refuse(field, "form.too-long", MeetingParticipant.LongestName, longest.Length);
        return names.Select(n => new MeetingGuest(side, null, n));
    }
}

/// <summary>Somebody who is to take part.</summary>
internal sealed record MeetingGuest(ContactSide Side, PersonId? Person, string? Name);

/// <summary>A contact of the partnership who can be ticked.</summary>
public sealed record MeetingContact(ContactSide Side, PersonId Person, string Name, string Role);
