using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Contacts;

/// <summary>Changes what is known of a contact, or ends it on a day; a former contact stays on record.</summary>
internal static class ChangeContact
{
    private const string Route = ShowPartner.Route + "/contacts/{contact}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(Route, PostAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(Route + "/end", EndAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(string id, string contact, ContactReading reading, Viewer viewer, CancellationToken cancellation) =>
        await reading.FindAsync(id, contact, viewer, FormReader.Empty, cancellation) is ({ } model, _) ? Page.Show<ContactPage>(model) : Results.NotFound();

    private static async Task<IResult> PostAsync(
        string id, string contact, HttpRequest request, AppDbContext db, ContactReading reading, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await reading.FindAsync(id, contact, viewer, form, cancellation) is not ({ } model, { } found)) return Results.NotFound();
        return await WriteAsync(form, found, db, cancellation) ? Page.SeeOther(model.Partner + "#contacts") : Page.Refuse<ContactPage>(model);
    }

    /// <summary>Writes what a form says into a contact and saves; where something is wrong, it stands in the form.</summary>
    public static async Task<bool> WriteAsync(FormReader form, Contact contact, AppDbContext db, CancellationToken cancellation)
    {
        var fields = ContactForm.Read(form);
        if (!form.IsValid) return false;
        ContactForm.Put(fields, contact);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static async Task<IResult> EndAsync(
        string id, string contact, HttpRequest request, AppDbContext db, ContactReading reading, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await reading.FindAsync(id, contact, viewer, form, cancellation) is not ({ } model, { } found)) return Results.NotFound();
        var until = form.Date("until", required: true);
        if (until < found.From) form.Refuse("until", "partners.contact.until.before");
        if (!form.IsValid) return Page.Refuse<ContactPage>(model);
        found.Until = until;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Partner + "#contacts");
    }
}

/// <summary>Finds a contact that the viewer may change.</summary>
internal sealed class ContactReading(AppDbContext db, IOrganisations organisations, IPersons persons, SchoolClock clock)
{
    public async Task<(ContactModel? Model, Contact? Contact)> FindAsync(string id, string contact, Viewer viewer, FormReader form, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var organisation) || !Id<Contact>.TryParse(contact, null, out var key)) return default;
        var found = await db.Set<Contact>().VisibleTo(viewer).SingleOrDefaultAsync(c => c.Id == key && c.OrganisationId == organisation, cancellation);
        if (found is null || !viewer.May(PartnersPermissions.Edit, found.UnitId.Value)) return default;
        var card = await organisations.Cards(viewer).SingleAsync(o => o.Id == organisation, cancellation);
        var name = await persons.Cards(Viewer.System).Where(p => p.Id == found.PersonId).Select(p => p.Name).SingleAsync(cancellation);
        var address = ShowPartner.AddressOf(organisation);
        var model = new ContactModel(card, address, found.Side, form)
        {
            Existing = new(found.Role, found.Title, found.Email, found.Language, found.Signs, found.From, found.Until),
            Name = name,
            Action = address + "/contacts/" + found.Id,
            Today = clock.Today,
        };
        return (model, found);
    }
}
