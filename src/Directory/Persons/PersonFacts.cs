using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>What affiliations and distinctions have in common: each is stated, corrected by another, or withdrawn, with who, when and why.</summary>
internal static class PersonFacts
{
    public const int LongestReason = PersonFactMap.LongestReason;

    public static string NewAddress(PersonId person, string folder) => $"/people/{person}/{folder}/new";

    public static string Address(PersonId person, string folder, string fact, string verb) => $"/people/{person}/{folder}/{fact}/{verb}";

    /// <summary>Where a fact is stated: a new one, or the correction of another.</summary>
    public static string StateAddress(PersonId person, string folder, string? before) =>
        before is null ? NewAddress(person, folder) : Address(person, folder, before, "edit");

    public static void MapWithdrawal<T>(this IEndpointRouteBuilder routes, string folder)
        where T : PersonFact<T> =>
        routes.MapPost("/people/{id:guid}/" + folder + "/{fact:guid}/withdraw", (PersonId id, Id<T> fact, HttpContext context, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
            WithdrawAsync(folder, id, fact, context, db, viewer, cancellation)).Requires(DirectoryPermissions.Edit);

    /// <summary>A fact that stands, of the person or of a record merged into it.</summary>
    public static async Task<T?> StandingAsync<T>(AppDbContext db, Viewer viewer, PersonId person, Id<T> fact, CancellationToken cancellation)
        where T : PersonFact<T>
    {
        var keys = await PersonReading.KeysOfAsync(db, viewer, person, cancellation);
        return await db.Set<T>().VisibleTo(viewer).SingleOrDefaultAsync(f => f.Id == fact && keys.Contains(f.PersonId) && f.WithdrawnAt == null, cancellation);
    }

    /// <summary>The account that acts.</summary>
    public static AccountId? By(Viewer viewer) => viewer.Me();

    private static async Task<IResult> WithdrawAsync<T>(
        string folder, PersonId id, Id<T> fact, HttpContext context, AppDbContext db, Viewer viewer, CancellationToken cancellation)
        where T : PersonFact<T>
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await StandingAsync(db, viewer, id, fact, cancellation) is not { } found) return Results.NotFound();
        var reason = form.Text("reason", LongestReason, required: true);
        if (!form.IsValid) return Page.Refuse<WithdrawFactPage>(new WithdrawFactModel(form, id, Address(id, folder, fact.ToString(), "withdraw")));
        found.Withdraw(db.Write.Now, By(viewer), reason);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }
}

/// <summary>What the page shows that asks for the reason again.</summary>
public sealed record WithdrawFactModel(FormReader Form, PersonId Person, string Action);
