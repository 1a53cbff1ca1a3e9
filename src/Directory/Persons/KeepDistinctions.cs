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

/// <summary>Notes a distinction with its evidence, corrects it, and notes that somebody verified it. A corrected one is verified anew.</summary>
internal static class KeepDistinctions
{
    public const string Folder = "distinctions";

    private const int EarliestYear = 1900;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people/{id:guid}/distinctions/new", ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/distinctions/new", StateAsync).Requires(DirectoryPermissions.Edit);
        routes.MapGet("/people/{id:guid}/distinctions/{distinction:guid}/edit", ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/distinctions/{distinction:guid}/edit", StateAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/distinctions/{distinction:guid}/verify", VerifyAsync).Requires(DirectoryPermissions.Edit);
        routes.MapWithdrawal<PersonDistinction>(Folder);
    }

    private static async Task<IResult> ShowAsync(PersonId id, Id<PersonDistinction>? distinction, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        await ModelAsync(FormReader.Empty, id, distinction, db, viewer, cancellation) is { } model ? Page.Show<DistinctionPage>(model) : Results.NotFound();

    private static async Task<IResult> StateAsync(
        PersonId id, Id<PersonDistinction>? distinction, HttpContext context, AppDbContext db, Viewer viewer, IOrganisations organisations, SchoolClock clock,
        CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await ModelAsync(form, id, distinction, db, viewer, cancellation) is not { } model) return Results.NotFound();
        if (form.AsksToFind()) return Page.Show<DistinctionPage>(model);
        var before = distinction is { } known ? await PersonFacts.StandingAsync(db, viewer, id, known, cancellation) : null;
        var kind = form.Choice("kind", DistinctionKind.Other);
        var (en, zh) = (form.Text("name-en", 300), form.Text("name-zh", 300));
        if (en.Length + zh.Length == 0) form.Refuse("name", "form.required");
        var year = form.Number("year", EarliestYear, clock.Today.Year);
        var evidence = form.Text("evidence", 500);
        var reason = PersonFacts.ReadReason(form, before is not null);
        var organisation = form.Key<OrganisationCard>("organisation");
        if (organisation is { } giver && !await organisations.Cards(viewer).AnyAsync(o => o.Id == giver, cancellation)) form.Refuse("organisation", "form.choice");
        if (!form.IsValid) return Page.Refuse<DistinctionPage>(model);
        var stated = new PersonDistinction
        {
            PersonId = before?.PersonId ?? id,
            Kind = kind,
            OrganisationId = organisation,
            Name = new LocalizedText(en, zh),
            Year = year,
            Evidence = evidence.Length > 0 ? evidence : null,
            RecordedAt = db.Write.Now,
        };
        await PersonFacts.StateAsync(db, viewer, stated, before, reason, cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }

    private static async Task<IResult> VerifyAsync(
        PersonId id, Id<PersonDistinction> distinction, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await PersonFacts.StandingAsync(db, viewer, id, distinction, cancellation) is not { VerifiedAt: null, Evidence: not null } found) return Results.NotFound();
        (found.VerifiedAt, found.VerifiedBy) = (db.Write.Now, PersonFacts.By(viewer));
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }

    private static async Task<DistinctionModel?> ModelAsync(
        FormReader form, PersonId id, Id<PersonDistinction>? distinction, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await PersonReading.NameOfAsync(db, viewer, id, cancellation) is not { } name) return null;
        var before = distinction is { } known ? await PersonFacts.StandingAsync(db, viewer, id, known, cancellation) : null;
        if (distinction is not null && before is null) return null;
        return new(form, id, name, before is null ? null : new DistinctionBefore(
            before.Id.ToString(), before.Kind.ToString(), before.Name, before.OrganisationId?.ToString(), before.Year, before.Evidence, before.VerifiedAt is not null));
    }
}

/// <summary>What the page shows; what stands before, where it is a correction.</summary>
public sealed record DistinctionModel(FormReader Form, PersonId Person, LocalizedText Name, DistinctionBefore? Before);

/// <summary>A distinction as it stands.</summary>
public sealed record DistinctionBefore(string Id, string Kind, LocalizedText Name, string? Organisation, int? Year, string? Evidence, bool IsVerified);
