using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Contacts;

/// <summary>Adds somebody on either side: a person of the directory, or one added to it here.</summary>
internal static class AddContact
{
    private const int LongestName = 160;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ShowPartner.Route + "/contacts/new", ShowAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(ShowPartner.Route + "/contacts/new", PostAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(
        string id, string? side, IOrganisations organisations, EditUnits units, Viewer viewer, SchoolClock clock, CancellationToken cancellation) =>
        await ModelAsync(id, side == nameof(ContactSide.School) ? ContactSide.School : ContactSide.Partner, FormReader.Empty, organisations, units, viewer, clock, cancellation) is { } model
            ? Page.Show<ContactPage>(model)
            : Results.NotFound();

    private static async Task<IResult> PostAsync(
        string id, HttpRequest request, AppDbContext db, IOrganisations organisations, IPersons persons, EditUnits units, Viewer viewer, SchoolClock clock,
        CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var side = form.Choice("side", ContactSide.Partner);
        if (await ModelAsync(id, side, form, organisations, units, viewer, clock, cancellation) is not { } model) return Results.NotFound();
        if (form.AsksToFind()) return Page.Show<ContactPage>(model);
        return await WriteAsync(form, model.Organisation.Id, side, db, persons, units, viewer, cancellation) is not null
            ? Page.SeeOther(ShowPartner.AddressOf(model.Organisation.Id) + "#contacts")
            : Page.Refuse<ContactPage>(model);
    }

    /// <summary>Adds the contact a form says and saves; none where something is wrong, which then stands in the form.</summary>
    public static async Task<Contact?> WriteAsync(
        FormReader form, OrganisationId organisation, ContactSide side, AppDbContext db, IPersons persons, EditUnits units, Viewer viewer, CancellationToken cancellation)
    {
        var fields = ContactForm.Read(form);
        var unit = await units.ChosenAsync(form, viewer, PartnersPermissions.Edit, cancellation);
        var person = form.Key<PersonCard>("person");
        var name = new PersonNameParts(
            form.Text("family", LongestName), form.Text("given", LongestName), form.Flag("family-first"), form.Text("native", LongestName) is { Length: > 0 } native ? native : null);
        if (person is { } known && !await persons.Cards(viewer).AnyAsync(p => p.Id == known, cancellation)) form.Refuse("person", "form.choice");
        if (person is null && name is { Family: "", Native: null }) form.Refuse("person", "partners.contact.person.needed");
        if (!form.IsValid || unit is null) return null;

        var contact = new Contact
        {
            OrganisationId = organisation,
            Side = side,
            PersonId = person ?? persons.Add(new(
                name, fields.Email, side == ContactSide.Partner ? organisation : null, fields.Title.En is { Length: > 0 } title ? title : null, "office")),
            Role = fields.Role,
            UnitId = unit.Value,
        };
        ContactForm.Put(fields, contact);
        db.Add(contact);
        await db.SaveChangesAsync(cancellation);
        return contact;
    }

    private static async Task<ContactModel?> ModelAsync(
        string id, ContactSide side, FormReader form, IOrganisations organisations, EditUnits units, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var key)) return null;
        if (await organisations.Cards(viewer).SingleOrDefaultAsync(o => o.Id == key, cancellation) is not { } organisation) return null;
        return new(organisation, ShowPartner.AddressOf(key), side, form)
        {
            Action = ShowPartner.AddressOf(key) + "/contacts/new",
            Units = await units.OfAsync(viewer, PartnersPermissions.Edit, cancellation),
            Today = clock.Today,
        };
    }
}
