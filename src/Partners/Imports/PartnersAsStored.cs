using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Imports;

/// <summary>What the records say of some partners, read in a fixed number of statements.</summary>
internal sealed class PartnersAsStored
{
    private readonly HashSet<OrganisationId> partners;
    private readonly ILookup<OrganisationId, StoredContact> contacts;
    private readonly ILookup<OrganisationId, string> notes;

    private PartnersAsStored(
        HashSet<OrganisationId> partners, IReadOnlyDictionary<OrganisationId, PartnerProfile> profiles,
        ILookup<OrganisationId, StoredContact> contacts, ILookup<OrganisationId, string> notes)
    {
        this.partners = partners;
        this.contacts = contacts;
        this.notes = notes;
        Profiles = profiles;
    }

    public IReadOnlyDictionary<OrganisationId, PartnerProfile> Profiles { get; }

    public static async Task<PartnersAsStored> ReadAsync(
        AppDbContext db, IPersons persons, IReadOnlyCollection<OrganisationId> organisations, CancellationToken cancellation)
    {
        var profiles = await db.Set<PartnerProfile>().Where(p => organisations.Contains(p.OrganisationId)).ToDictionaryAsync(p => p.OrganisationId, cancellation);
        var contacts = await (
            from contact in db.Set<Contact>().VisibleTo(Viewer.System)
            where organisations.Contains(contact.OrganisationId) && contact.Side == ContactSide.Partner && contact.Until == null
            join person in persons.Cards(Viewer.System) on contact.PersonId equals person.Id
            select new StoredContact(contact, person.Name)).ToListAsync(cancellation);
        var notes = await db.Set<Note>().VisibleTo(Viewer.System).AsNoTracking()
            .Where(n => organisations.Contains(n.OrganisationId) && n.WithdrawnAt == null)
            .Select(n => new { n.OrganisationId, n.Text }).ToListAsync(cancellation);
        var withAgreement = await db.Set<AgreementParty>()
            .Where(p => p.OrganisationId != null && organisations.Contains(p.OrganisationId.Value))
            .Select(p => p.OrganisationId!.Value).Distinct().ToListAsync(cancellation);
        return new(
            [.. profiles.Keys, .. contacts.Select(c => c.Contact.OrganisationId), .. notes.Select(n => n.OrganisationId), .. withAgreement],
            profiles,
            contacts.ToLookup(c => c.Contact.OrganisationId),
            notes.SelectMany(n => n.Text.Texts.Values.Select(t => (n.OrganisationId, Text: t))).ToLookup(n => n.OrganisationId, n => n.Text));
    }

    /// <summary>Whether the organisation has anything with the school yet.</summary>
    public bool IsPartner(OrganisationId organisation) => partners.Contains(organisation);

    /// <summary>The contact of a name or an address.</summary>
    public StoredContact? ContactOf(OrganisationId organisation, string name, string email) => contacts[organisation]
        .Where(c => (email.Length > 0 && string.Equals(c.Contact.Email, email, StringComparison.OrdinalIgnoreCase)) || c.IsCalled(name))
        .OrderByDescending(c => string.Equals(c.Contact.Email, email, StringComparison.OrdinalIgnoreCase)).FirstOrDefault();

    public bool HasNote(OrganisationId organisation, string text) => notes[organisation].Contains(text, StringComparer.Ordinal);
}

/// <summary>A contact with the name of its person.</summary>
internal sealed record StoredContact(Contact Contact, LocalizedText Name)
{
    /// <summary>Whether one of its names is this one; order of the parts and commas do not matter.</summary>
    public bool IsCalled(string name) => name.Length > 0 && Name.Texts.Values.Any(n => Words(n).SetEquals(Words(name)));

    private static HashSet<string> Words(string name) =>
        [.. name.ToUpperInvariant().Split([' ', ',', '，', '(', ')', '（', '）'], StringSplitOptions.RemoveEmptyEntries)];
}
