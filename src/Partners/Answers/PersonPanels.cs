using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Answers;

/// <summary>What a person is to partnerships: contact of which partner, signatory of which agreements, author of which notes.</summary>
internal sealed class PersonPanels(AppDbContext db, IOrganisations organisations, IAccounts accounts, TextCatalog texts) : IPersonPanelSource
{
    /// <summary>Lines shown of a kind; the rest is counted.</summary>
    private const int Shown = 12;

    private const int NotesShown = 5;
    private const int LongestNote = 120;

    public async Task<IReadOnlyList<PersonPanel>> PanelsAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation)
    {
        var contacts = await ContactsAsync(persons, viewer, cancellation);
        var signed = await AgreementsAsync(persons, viewer, cancellation);
        var notes = await NotesAsync(persons, viewer, cancellation);
        var names = await NamesAsync([.. contacts.Select(c => c.OrganisationId), .. notes.Select(n => n.OrganisationId)], cancellation);
        return
        [
            .. Panel("partners.person.contacts", 20, contacts.Count, [.. contacts.Where(c => names.ContainsKey(c.OrganisationId)).Take(Shown)
                .Select(c => new PersonPanelLine(names[c.OrganisationId], ShowPartner.AddressOf(c.OrganisationId), RoleOf(c)))]),
            .. Panel("partners.person.signs", 21, signed.Count, [.. signed.Take(Shown)
                .Select(a => new PersonPanelLine(Named(a), $"/agreements/{a.Id}", a.SignedOn is { } on ? Spoken.Of(texts, "partners.person.signed-on", on) : null))]),
            .. Panel("partners.person.notes", 22, notes.Count, [.. notes.Where(n => names.ContainsKey(n.OrganisationId)).Take(NotesShown)
                .Select(n => new PersonPanelLine(Spoken.Shortened(n.Text, LongestNote), $"{ShowPartner.AddressOf(n.OrganisationId)}#note-{n.Key}", Spoken.Of(texts, "partners.person.note", names[n.OrganisationId], n.On)))]),
        ];
    }

    public async Task<IReadOnlyList<PersonMoment>> TimelineAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation)
    {
        var contacts = await ContactsAsync(persons, viewer, cancellation);
        var names = await NamesAsync([.. contacts.Select(c => c.OrganisationId)], cancellation);
        var known = contacts.Where(c => names.ContainsKey(c.OrganisationId)).ToList();
        return
        [
            .. known.Where(c => c.From is not null).Select(c => Moment(c.From!.Value, "partners.person.contact-from", c)),
            .. known.Where(c => c.Until is not null).Select(c => Moment(c.Until!.Value, "partners.person.contact-until", c)),
            .. (await AgreementsAsync(persons, viewer, cancellation)).Where(a => a.SignedOn is not null)
                .Select(a => new PersonMoment(a.SignedOn!.Value, Named(a), $"/agreements/{a.Id}", "partners.person.kind.signed")),
        ];

        PersonMoment Moment(DateOnly on, string key, ContactFact contact) => new(
            on, Spoken.Of(texts, key, names[contact.OrganisationId]), ShowPartner.AddressOf(contact.OrganisationId), "partners.record.kind.contact");
    }

    private IEnumerable<PersonPanel> Panel(string title, int order, int all, IReadOnlyList<PersonPanelLine> lines)
    {
        if (lines.Count == 0) return [];
        return all <= lines.Count ? [new(title, order, lines)] : [new(title, order, [.. lines, new(Spoken.Of(texts, "partners.person.more", all - lines.Count), null, null)])];
    }

    private async Task<List<ContactFact>> ContactsAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation) =>
        await db.Set<Contact>().VisibleTo(viewer).AsNoTracking().Where(c => persons.Contains(c.PersonId))
            .OrderBy(c => c.Until != null).ThenByDescending(c => c.From).ThenBy(c => c.Id)
            .Select(c => new ContactFact(c.OrganisationId, c.Role, c.Title, c.Signs, c.From, c.Until)).ToListAsync(cancellation);

    // Signatories stand in the text only; it names a person by the 32 digits of the key, which occur in nothing else.
    private async Task<List<AgreementFact>> AgreementsAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation)
    {
        var found = new Dictionary<AgreementId, AgreementFact>();
        foreach (var digits in persons.Select(p => p.ToString()))
        {
            foreach (var agreement in await db.Set<Agreement>().VisibleTo(viewer).AsNoTracking().Where(a => a.Content.Contains(digits))
                .Select(a => new AgreementFact(a.Id, a.Number, a.Title, a.SignedOn)).ToListAsync(cancellation)) found[agreement.Id] = agreement;
        }

        return [.. found.Values.OrderByDescending(a => a.SignedOn ?? DateOnly.MaxValue).ThenBy(a => a.Number, StringComparer.Ordinal)];
    }

    private async Task<List<NoteFact>> NotesAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation)
    {
        var visible = db.Set<Note>().VisibleTo(viewer).AsNoTracking().Where(n => n.WithdrawnAt == null);
        var authors = await visible.Where(n => n.AccountId != null).Select(n => n.AccountId!.Value).Distinct().ToListAsync(cancellation);
        var own = (await accounts.OfAsync(authors, cancellation)).Values.Where(a => a.Person is { } person && persons.Contains(person)).Select(a => a.Id).ToList();
        return await visible.Where(n => (n.PersonId != null && persons.Contains(n.PersonId.Value)) || (n.AccountId != null && own.Contains(n.AccountId.Value)))
            .OrderByDescending(n => n.On).ThenByDescending(n => n.Id)
            .Select(n => new NoteFact(n.Id.Value, n.OrganisationId, n.Text, n.On)).ToListAsync(cancellation);
    }

    // Whoever sees a contact or a note sees which partner it is about.
    private Task<Dictionary<OrganisationId, LocalizedText>> NamesAsync(List<OrganisationId> ids, CancellationToken cancellation) =>
        organisations.Cards(Viewer.System).Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);

    private LocalizedText RoleOf(ContactFact contact)
    {
        var role = contact.Title.ToString().Length > 0 ? contact.Title : Spoken.Each(l => texts.In(l, "partners.contact.role." + contact.Role));
        return (contact.From, contact.Until) switch
        {
            ({ } from, { } until) => Spoken.Of(texts, "partners.person.role-between", role, from, until),
            ({ } from, null) => Spoken.Of(texts, "partners.person.role-since", role, from),
            (null, { } until) => Spoken.Of(texts, "partners.person.role-until", role, until),
            _ => role,
        };
    }

    private static LocalizedText Named(AgreementFact agreement) => Spoken.Each(l => $"{agreement.Number} {agreement.Title.In(l.Tag)}");

    private sealed record ContactFact(OrganisationId OrganisationId, ContactRole Role, LocalizedText Title, bool Signs, DateOnly? From, DateOnly? Until);

    private sealed record AgreementFact(AgreementId Id, string Number, LocalizedText Title, DateOnly? SignedOn);

    private sealed record NoteFact(Guid Key, OrganisationId OrganisationId, LocalizedText Text, DateOnly On);
}
