using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Directory.Persons;

/// <summary>Notes a distinction with its evidence, corrects it, and notes that somebody verified it. A corrected one is verified anew.</summary>
internal sealed class KeepDistinctions() : FactForm<PersonDistinction, DistinctionPage>(Folder)
{
    public const string Folder = "distinctions";

    private const int EarliestYear = 1900;

    public override void Map(IEndpointRouteBuilder routes)
    {
        base.Map(routes);
        routes.MapPost(OneRoute("verify"), VerifyAsync).Requires(DirectoryPermissions.Edit);
    }

    protected override async Task<PersonDistinction> ReadAsync(FormReader form, PersonId person, PersonDistinction? before, FactServices asked, CancellationToken cancellation)
    {
        var kind = form.Choice("kind", DistinctionKind.Other);
        var (en, zh) = (form.Text("name-en", 300), form.Text("name-zh", 300));
        if (en.Length + zh.Length == 0) form.Refuse("name", "form.required");
        var year = form.Number("year", EarliestYear, asked.Clock.Today.Year);
        var evidence = form.Text("evidence", 500);
        return new()
        {
            PersonId = before?.PersonId ?? person,
            Kind = kind,
            OrganisationId = await OrganisationAsync(form, asked, cancellation),
            Name = new LocalizedText(en, zh),
            Year = year,
            Evidence = evidence.Length > 0 ? evidence : null,
            RecordedAt = asked.Db.Write.Now,
        };
    }

    protected override Task<object> ModelAsync(
        FormReader form, PersonId person, LocalizedText name, PersonDistinction? before, FactServices asked, CancellationToken cancellation) =>
        Task.FromResult<object>(new DistinctionModel(form, person, name, before is null ? null : new DistinctionBefore(
            before.Id.ToString(), before.Kind.ToString(), before.Name, before.OrganisationId?.ToString(), before.Year, before.Evidence, before.VerifiedAt is not null)));

    private static async Task<IResult> VerifyAsync(PersonId id, Id<PersonDistinction> fact, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await PersonFacts.StandingAsync(db, viewer, id, fact, cancellation) is not { VerifiedAt: null, Evidence: not null } found) return Results.NotFound();
        (found.VerifiedAt, found.VerifiedBy) = (db.Write.Now, PersonFacts.By(viewer));
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }
}

/// <summary>What the page shows; what stands before, where it is a correction.</summary>
public sealed record DistinctionModel(FormReader Form, PersonId Person, LocalizedText Name, DistinctionBefore? Before);

/// <summary>A distinction as it stands.</summary>
public sealed record DistinctionBefore(string Id, string Kind, LocalizedText Name, string? Organisation, int? Year, string? Evidence, bool IsVerified);
