using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Organisations.Import;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations;

/// <summary>Ends an organisation, with the one that follows it where there is one; or opens it again. Its history stays.</summary>
internal static class EndOrganisation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(OrganisationList.Route + "/{id}/end", ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost(OrganisationList.Route + "/{id}/end", EndAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost(OrganisationList.Route + "/{id}/reopen", ReopenAsync).Requires(DirectoryPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, CancellationToken cancellation) =>
        await EditOrganisation.FindAsync(db, id, cancellation) is { } organisation
            ? Page.Show<EndOrganisationPage>(new EndOrganisationModel { Organisation = organisation, Form = FormReader.Empty })
            : Results.NotFound();

    private static async Task<IResult> EndAsync(string id, HttpRequest request, AppDbContext db, CancellationToken cancellation)
    {
        if (await EditOrganisation.FindAsync(db, id, cancellation) is not { } organisation) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        if (form.AsksToFind()) return Page.Show<EndOrganisationPage>(new EndOrganisationModel { Organisation = organisation, Form = form });
        var successor = form.Key<OrganisationCard>("successor");
        var following = successor is { } key ? await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == key, cancellation) : null;
        if (successor is not null && following is null) form.Refuse("successor", "form.choice");
        if (organisation.Status != OrganisationStatus.Active) form.Refuse("", "organisations.end.already");
        if (following is not null && await WouldCircleAsync(db, organisation.Id, following.Id, cancellation)) form.Refuse("successor", "organisations.end.circle", following.Name);
        if (!form.IsValid) return Page.Refuse<EndOrganisationPage>(new EndOrganisationModel { Organisation = organisation, Form = form });
        db.Write.Action = "directory.organisations.end";
        organisation.Status = OrganisationStatus.Inactive;
        organisation.Source = FactSource.Hand;
        if (following is not null)
        {
            db.Add(new OrganisationRelation
            {
                Kind = OrganisationRelationKind.Successor,
                FromId = organisation.Id,
                FromRor = organisation.Ror,
                ToId = following.Id,
                ToRor = following.Ror,
                Source = FactSource.Hand,
                RecordedAt = db.Write.Now,
            });
        }

        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowOrganisation.Address(organisation.Id));
    }

    private static async Task<IResult> ReopenAsync(string id, AppDbContext db, CancellationToken cancellation)
    {
        if (await EditOrganisation.FindAsync(db, id, cancellation) is not { } organisation) return Results.NotFound();
        db.Write.Action = "directory.organisations.reopen";
        organisation.Status = OrganisationStatus.Active;
        var followed = await db.Set<OrganisationRelation>().Where(r => r.WithdrawnAt == null && r.Source == FactSource.Hand
            && r.Kind == OrganisationRelationKind.Successor && r.FromId == organisation.Id).ToListAsync(cancellation);
        followed.ForEach(r => r.WithdrawnAt = db.Write.Now);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowOrganisation.Address(organisation.Id));
    }

    private static async Task<bool> WouldCircleAsync(AppDbContext db, OrganisationId from, OrganisationId to, CancellationToken cancellation)
    {
        var standing = await db.Set<OrganisationRelation>().Where(r => r.WithdrawnAt == null && r.Kind == OrganisationRelationKind.Successor && r.FromId != null && r.ToId != null)
            .Select(r => new { r.FromId, r.ToId }).ToListAsync(cancellation);
        return from == to || SuccessorCycles.In([.. standing.Select(s => (s.FromId!.Value.ToString(), s.ToId!.Value.ToString())), (from.ToString(), to.ToString())]).Count > 0;
    }
}

/// <summary>What the page shows.</summary>
public sealed record EndOrganisationModel
{
    internal Organisation Organisation { get; init; } = null!;

    internal FormReader Form { get; init; } = null!;
}
