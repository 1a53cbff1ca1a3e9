using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Partners.Contacts;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Entente.Ui.Forms;

namespace Entente.Partners.Api;

/// <summary>Contacts of partners through the API, written by the rules of their forms.</summary>
internal static class ContactApi
{
    private static readonly ApiFields Fields = Body();

    private static readonly ApiFields NewFields = Body().Key("/partner", "partner", required: true).Word<ContactSide>("/side", "side").Key("/unit", "unit").Key("/person", "person")
        .Text("/newPerson/family", "family").Text("/newPerson/given", "given").Flag("/newPerson/familyFirst", "family-first").Text("/newPerson/native", "native");

    public static void Map(ApiRoutes api)
    {
        api.List<ContactJson>(
            "/contacts", "listContacts", "Those who deal with partnerships on either side.", PartnersPermissions.View, ListAsync, knowsChanges: true,
            new ApiFilter("partner", "The id of a partner."), new("side", "On whose side.", Enum.GetNames<ContactSide>()));
        api.Record<ContactJson>("/contacts/{id}", "getContact", "One contact.", PartnersPermissions.View, ShowAsync);
        api.Create<ContactJson>("/contacts", "addContact", "Adds somebody: a person of the directory, or one added to it here.", PartnersPermissions.Edit, NewFields, AddAsync);
        api.Replace<ContactJson>("/contacts/{id}", "changeContact", "Writes what is known of a contact anew.", PartnersPermissions.Edit, Fields, ChangeAsync);
    }

    private static async Task<IResult> ListAsync(ApiQuery query, AppDbContext db, IPersons persons, Viewer viewer, CancellationToken cancellation)
    {
        var contacts = db.Set<Contact>().VisibleTo(viewer).AsNoTracking();
        if (query["partner"].Length > 0)
        {
            var partner = OrganisationId.TryParse(query["partner"], null, out var key) ? key : default;
            contacts = contacts.Where(c => c.OrganisationId == partner);
        }

        if (Enum.TryParse<ContactSide>(query["side"], ignoreCase: true, out var side)) contacts = contacts.Where(c => c.Side == side);
        var page = await contacts.ToApiPageAsync(query, c => c.Id, c => new ContactJson(c), cancellation, db);
        return page with { Items = await NamedAsync(persons, page.Items, cancellation) };
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, IPersons persons, Viewer viewer, CancellationToken cancellation) =>
        ApiRecord.Of(Id<Contact>.TryParse(id, null, out var key) ? await FindAsync(db, persons, viewer, key, cancellation) : null);

    private static async Task<IResult> AddAsync(
        ApiInput input, AppDbContext db, IOrganisations organisations, IPersons persons, EditUnits units, Viewer viewer, CancellationToken cancellation)
    {
        var form = input.Form;
        var partner = form.Key<OrganisationCard>("partner", required: true);
        if (partner is { } known && !await organisations.Cards(viewer).AnyAsync(o => o.Id == known, cancellation)) form.Refuse("partner", "form.choice");
        var contact = await AddContact.WriteAsync(form, partner ?? default, form.Choice("side", ContactSide.Partner), db, persons, units, viewer, cancellation);
        return contact is null ? input.Refused(form) : ApiRecord.Created((await FindAsync(db, persons, viewer, contact.Id, cancellation))!, "/contacts");
    }

    private static async Task<IResult> ChangeAsync(string id, ApiInput input, AppDbContext db, IPersons persons, Viewer viewer, CancellationToken cancellation)
    {
        if (!Id<Contact>.TryParse(id, null, out var key)) return Results.NotFound();
        var contact = await db.Set<Contact>().VisibleTo(viewer).SingleOrDefaultAsync(c => c.Id == key, cancellation);
        if (contact is null || !viewer.May(PartnersPermissions.Edit, contact.UnitId.Value)) return Results.NotFound();
        if (input.IsStale((await FindAsync(db, persons, viewer, key, cancellation))!)) return ApiProblem.Stale;
        return await ChangeContact.WriteAsync(input.Form, contact, db, cancellation)
            ? ApiRecord.Of(await FindAsync(db, persons, viewer, key, cancellation))
            : input.Refused(input.Form);
    }

    private static async Task<ContactJson?> FindAsync(AppDbContext db, IPersons persons, Viewer viewer, Id<Contact> id, CancellationToken cancellation)
    {
        var found = await db.Set<Contact>().VisibleTo(viewer).AsNoTracking().Where(c => c.Id == id).Select(c => new ContactJson(c)).ToListAsync(cancellation);
        return (await NamedAsync(persons, found, cancellation)).FirstOrDefault();
    }

    // Whoever sees a contact sees who it is, as on the partner's page.
    private static async Task<IReadOnlyList<ContactJson>> NamedAsync(IPersons persons, IReadOnlyList<ContactJson> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => PersonId.Parse(r.Person, null)).Distinct().ToList();
        var names = (await persons.Cards(Viewer.System).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation))
            .ToDictionary(p => p.Id.ToString(), p => p.Name, StringComparer.Ordinal);
        return [.. rows.Select(r => r with { Name = names.GetValueOrDefault(r.Person) ?? LocalizedText.Empty })];
    }

    private static ApiFields Body() => new ApiFields().Word<ContactRole>("/role", "role").Texts("/title", "title").Text("/email", "email").Text("/language", "language")
        .Flag("/signs", "signs").Date("/from", "from").Date("/until", "until");
}

/// <summary>A contact as the API gives it.</summary>
public sealed record ContactJson : IApiItem
{
    internal ContactJson(Contact contact)
    {
        (Id, Version, Partner, Unit) = (contact.Id.ToString(), contact.Version, contact.OrganisationId.ToString(), contact.UnitId.ToString());
        (Side, Person, Role, Title) = (ApiFields.WordOf(contact.Side.ToString()), contact.PersonId.ToString(), ApiFields.WordOf(contact.Role.ToString()), contact.Title);
        (Email, Language, Signs, From, Until) = (contact.Email, contact.Language, contact.Signs, contact.From, contact.Until);
    }

    public string Id { get; }

    public int Version { get; }

    /// <summary>The id of the partner.</summary>
    public string Partner { get; }

    public string Side { get; }

    /// <summary>The id of the person.</summary>
    public string Person { get; }

    public LocalizedText Name { get; init; } = LocalizedText.Empty;

    public string Role { get; }

    public LocalizedText Title { get; }

    public string? Email { get; }

    /// <summary>The language one writes in, BCP 47.</summary>
    public string? Language { get; }

    /// <summary>Whether they may sign for their side.</summary>
    public bool Signs { get; }

    public DateOnly? From { get; }

    public DateOnly? Until { get; }

    /// <summary>The unit that keeps it.</summary>
    public string Unit { get; }
}
