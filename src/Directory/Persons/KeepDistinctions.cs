using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Notes a distinction with its evidence, and that somebody verified it.</summary>
internal static class KeepDistinctions
{
    private const int EarliestYear = 1900;

    public static string NewAddress(PersonId person) => $"/people/{person}/distinctions/new";

    public static string VerifyAddress(PersonId person, string distinction) => $"/people/{person}/distinctions/{distinction}/verify";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people/{id:guid}/distinctions/new", ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/distinctions/new", AddAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/distinctions/{distinction:guid}/verify", VerifyAsync).Requires(DirectoryPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(PersonId id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        await ModelAsync(FormReader.Empty, id, db, viewer, cancellation) is { } model ? Page.Show<DistinctionPage>(model) : Results.NotFound();

    private static async Task<IResult> AddAsync(
        PersonId id, HttpContext context, AppDbContext db, Viewer viewer, IOrganisations organisations, SchoolClock clock, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await ModelAsync(form, id, db, viewer, cancellation) is not { } model) return Results.NotFound();
        if (form.AsksToFind()) return Page.Show<DistinctionPage>(model);
        var kind = form.Choice("kind", DistinctionKind.Other);
        var (en, zh) = (form.Text("name-en", 300), form.Text("name-zh", 300));
        if (en.Length + zh.Length == 0) form.Refuse("name", "form.required");
        var year = form.Number("year", EarliestYear, clock.Today.Year);
        var evidence = form.Text("evidence", 500);
        var organisation = form.Key<OrganisationCard>("organisation");
        if (organisation is { } giver && !await organisations.Cards(viewer).AnyAsync(o => o.Id == giver, cancellation)) form.Refuse("organisation", "form.choice");
        if (!form.IsValid) return Page.Refuse<DistinctionPage>(model);
        db.Add(new PersonDistinction
        {
            PersonId = id,
            Kind = kind,
            OrganisationId = organisation,
            Name = new LocalizedText(en, zh),
            Year = year,
            Evidence = evidence.Length > 0 ? evidence : null,
            RecordedAt = db.Write.Now,
        });
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }

    private static async Task<IResult> VerifyAsync(
        PersonId id, Id<PersonDistinction> distinction, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var keys = await PersonReading.KeysOfAsync(db, viewer, id, cancellation);
        var found = await db.Set<PersonDistinction>().VisibleTo(viewer)
            .SingleOrDefaultAsync(d => d.Id == distinction && keys.Contains(d.PersonId) && d.WithdrawnAt == null && d.VerifiedAt == null && d.Evidence != null, cancellation);
        if (found is null) return Results.NotFound();
        (found.VerifiedAt, found.VerifiedBy) = (db.Write.Now, viewer.Account is { } by ? new AccountId(by) : null);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }

    private static async Task<DistinctionModel?> ModelAsync(FormReader form, PersonId id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        await PersonReading.Canonical(db, viewer).Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancellation) is { } name
            ? new(form, id, name)
            : null;
}

/// <summary>What the page shows.</summary>
public sealed record DistinctionModel(FormReader Form, PersonId Person, LocalizedText Name);
