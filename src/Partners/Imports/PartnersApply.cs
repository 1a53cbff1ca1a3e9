using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Imports;

/// <summary>Puts checked rows of partners into the records; the import saves.</summary>
internal sealed class PartnersApply(AppDbContext db, IOrganisations organisations, IPersons persons, IUnits units, SchoolClock clock)
{
    public const string Organisation = "directory.organisation";
    public const string Person = "directory.person";
    public const string Profile = "partners.profile";
    public const string Contact = "partners.contact";
    public const string Note = "partners.note";

    /// <summary>What this import says as the source of persons.</summary>
    private const string Source = "import";

    public async Task RunAsync(ImportBatch batch, CancellationToken cancellation)
    {
        var rows = batch.Lines.Select(l => (PartnerLine)l.State!).ToList();
        var known = rows.Select(r => r.Organisation.Card?.Id).OfType<OrganisationId>().Distinct().ToList();
        var profiles = await db.Set<PartnerProfile>().Where(p => known.Contains(p.OrganisationId)).ToDictionaryAsync(p => p.OrganisationId, cancellation);
        var unit = batch.Unit is { } chosen ? new UnitId(chosen) : (await units.AllAsync(cancellation)).FirstOrDefault()?.Id;
        var added = new Dictionary<string, OrganisationId>(StringComparer.Ordinal);
        foreach (var row in rows) Apply(row, unit, added, profiles);
    }

    private void Apply(PartnerLine row, UnitId? unit, Dictionary<string, OrganisationId> added, Dictionary<OrganisationId, PartnerProfile> profiles)
    {
        var line = row.Line;
        var organisation = row.Organisation.Card?.Id ?? Add(row, added);
        var address = $"/partners/{organisation}";
        var label = line.Label;
        if (row.Plan.AddsProfile || row.Plan.Featured is not null) Feature(row, organisation, profiles, label, address);
        if (row.Plan.AddsContact && unit is { } keeps) AddContact(row, organisation, keeps, address);
        if (row.Plan is { Contact: { } contact, ChangesContact: true }) Change(row, contact, address);
        if (row.Plan.AddsNote && unit is { } holds)
        {
            var note = new Note
            {
                OrganisationId = organisation,
                Kind = NoteKind.Remark,
                Text = TextIn(line.Text(PartnerFields.Note)),
                On = clock.Today,
                AccountId = db.Write.Viewer.Me(),
                RecordedAt = db.Write.Now,
                UnitId = holds,
            };
            db.Add(note);
            line.Created(Note, note.Id.Value, label, address);
        }
    }

    private OrganisationId Add(PartnerLine row, Dictionary<string, OrganisationId> added)
    {
        if (added.TryGetValue(row.OrganisationKey, out var there)) return there;
        var site = row.Line.Text(PartnerFields.Website);
        var id = organisations.Add(new(
            new(row.NameEn, row.NameZh), row.Country!, TextIn(row.Line.Text(PartnerFields.City)), row.Named.Ror, site.Length > 0 ? site : null));
        added[row.OrganisationKey] = id;
        row.Line.Created(Organisation, id.Value, row.Line.Label, $"/partners/{id}");
        return id;
    }

    private void Feature(PartnerLine row, OrganisationId organisation, Dictionary<OrganisationId, PartnerProfile> profiles, string label, string address)
    {
        if (profiles.TryGetValue(organisation, out var profile))
        {
            if (row.Plan.Featured is not { } place) return;
            row.Line.Altered(Profile, profile.Id.Value, label, address, Value(profile.Featured), Value(place));
            profile.Featured = place;
            return;
        }

        profile = new PartnerProfile { OrganisationId = organisation, Featured = row.Plan.Featured };
        db.Add(profile);
        profiles[organisation] = profile;
        row.Line.Created(Profile, profile.Id.Value, label, address);
    }

    private void AddContact(PartnerLine row, OrganisationId organisation, UnitId unit, string address)
    {
        var person = persons.Add(new(PersonNames.Read(row.ContactName), Or(row.ContactEmail), organisation, null, Source));
        var contact = new Contact
        {
            OrganisationId = organisation,
            Side = ContactSide.Partner,
            PersonId = person,
            Role = row.Role ?? ContactRole.Other,
            Email = Or(row.ContactEmail),
            UnitId = unit,
        };
        db.Add(contact);
        row.Line.Created(Person, person.Value, row.ContactName);
        row.Line.Created(Contact, contact.Id.Value, row.ContactName, address);
    }

    private static void Change(PartnerLine row, Contact contact, string address)
    {
        var before = ContactValues(contact);
        contact.Email = row.Plan.Email ?? contact.Email;
        contact.Role = row.Plan.Role ?? contact.Role;
        row.Line.Altered(Contact, contact.Id.Value, row.ContactName, address, before, ContactValues(contact));
    }

    /// <summary>What an import changes of a contact.</summary>
    public static Dictionary<string, string?> ContactValues(Contact contact) =>
        new(StringComparer.Ordinal) { ["email"] = contact.Email, ["role"] = contact.Role.ToString() };

    /// <summary>What an import changes of a profile.</summary>
    public static Dictionary<string, string?> Value(int? featured) =>
        new(StringComparer.Ordinal) { ["featured"] = featured?.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static LocalizedText TextIn(string text) => text.Any(PersonNames.IsHan) ? new("", text) : new(text, "");

    private static string? Or(string text) => text.Length > 0 ? text : null;
}
