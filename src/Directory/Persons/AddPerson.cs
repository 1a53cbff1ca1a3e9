using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Adds a person; who may be the same is shown before.</summary>
internal static class AddPerson
{
    public const string Route = "/people/new";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, () => Page.Show<AddPersonPage>(new AddPersonModel(FormReader.Empty, []))).Requires(DirectoryPermissions.Edit);
        routes.MapPost(Route, AddAsync).Requires(DirectoryPermissions.Edit);
    }

    private static async Task<IResult> AddAsync(
        HttpContext context, AppDbContext db, Viewer viewer, IPersons persons, IOrganisations organisations, Duplicates duplicates, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (form.AsksToFind()) return Page.Show<AddPersonPage>(new AddPersonModel(form, []));
        var input = PersonInput.Read(form);
        var organisation = form.Key<OrganisationCard>("organisation");
        var title = form.Text("title", 200);
        if (organisation is { } named && !await organisations.Cards(viewer).AnyAsync(o => o.Id == named, cancellation)) form.Refuse("organisation", "form.choice");
        IReadOnlyList<DuplicatePair> like = [];
        if (form.IsValid && !form.Flag("another"))
        {
            like = await duplicates.LikeAsync(input.Likeness(default, organisation), viewer, cancellation);
            if (like.Count > 0) form.Refuse("another", "directory.person.may-exist");
        }

        if (!form.IsValid) return Page.Refuse<AddPersonPage>(new AddPersonModel(form, like));
        var id = persons.Add(new NewPerson(input.Name, input.Email, organisation, title, form.Text("source", 200) is { Length: > 0 } source ? source : viewer.Name));
        if (input.Orcid is { } orcid) db.Set<Person>().Local.Single(p => p.Id == id).Orcid = orcid;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }
}

/// <summary>What the page shows.</summary>
public sealed record AddPersonModel(FormReader Form, IReadOnlyList<DuplicatePair> Like);
