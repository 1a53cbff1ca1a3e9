using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Accounts;

/// <summary>Says whose account it is, and takes that back. A person has one open account at a time.</summary>
internal static class LinkPerson
{
    public static string Address(AccountId account) => $"/accounts/{account}/person";

    public static string UnlinkAddress(AccountId account) => $"/accounts/{account}/person/unlink";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/accounts/{id:guid}/person", LinkAsync).Requires(DirectoryPermissions.ManageAccounts);
        routes.MapPost("/accounts/{id:guid}/person/unlink", UnlinkAsync).Requires(DirectoryPermissions.ManageAccounts);
    }

    private static async Task<IResult> LinkAsync(
        AccountId id, HttpContext context, AppDbContext db, Viewer viewer, AccountPersons persons, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await FindAsync(id, db, viewer, cancellation) is not { PersonId: null } account) return Results.NotFound();
        if (form.AsksToFind()) return Page.Show<ShowAccountPage>((await ShowAccount.ModelAsync(form, id, db, viewer, persons, clock, texts, cancellation))!);
        var person = form.Key<PersonCard>("person", required: true);
        if (form.IsValid && await persons.ReasonAgainstAsync(id, person!.Value, cancellation) is { } reason) form.Refuse("person", reason);
        if (!form.IsValid) return Page.Refuse<ShowAccountPage>((await ShowAccount.ModelAsync(form, id, db, viewer, persons, clock, texts, cancellation))!);
        db.Write.Action = "directory.account.person";
        account.PersonId = person;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowAccount.Address(id));
    }

    private static async Task<IResult> UnlinkAsync(AccountId id, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await FindAsync(id, db, viewer, cancellation) is not { PersonId: not null } account) return Results.NotFound();
        db.Write.Action = "directory.account.person";
        account.PersonId = null;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowAccount.Address(id));
    }

    private static Task<Account?> FindAsync(AccountId id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        db.Set<Account>().VisibleTo(viewer, db.Set<RoleGrant>()).SingleOrDefaultAsync(a => a.Id == id, cancellation);
}
