using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Ui.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Documents;

/// <summary>The pages of documents: the register, one document, issuing, the templates, and what the public asks.</summary>
internal static class DocumentPages
{
    public const string Route = "/documents";

    private const long MostUpload = 16 * 1024 * 1024;

    /// <summary>The name of the limit on how often an address may ask.</summary>
    private const string Limit = "Check";

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, DocumentList.ShowAsync).Requires(FoundationPermissions.Documents);
        routes.MapGet(Route + "/export", DocumentList.Export).Requires(FoundationPermissions.Documents);
        routes.MapGet(Route + "/new", IssueDocument.ShowAsync).Requires(FoundationPermissions.IssueDocuments);
        routes.MapPost(Route + "/new", IssueDocument.IssueAsync).Requires(FoundationPermissions.IssueDocuments);
        routes.MapGet(Route + "/{id:guid}", ShowDocument.ShowAsync).Requires(FoundationPermissions.Documents);
        routes.MapPost(Route + "/{id:guid}/revoke", ShowDocument.RevokeAsync).Requires(FoundationPermissions.RevokeDocuments);
        routes.MapPost(Route + "/{id:guid}/again", ShowDocument.TryAgainAsync).Requires(FoundationPermissions.IssueDocuments);
        var templates = routes.MapGroup(Route + "/templates").Requires(FoundationPermissions.DocumentTemplates);
        templates.MapGet("", TemplateList.ShowAsync);
        templates.MapPost("/starting", TakeUpTemplate.TakeUpAsync);
        templates.MapGet("/starting/{kind}/{code}/{language}", TakeUpTemplate.Download);
        templates.MapGet("/new", KeepTemplate.ShowNewAsync);
        templates.MapPost("/new", KeepTemplate.AddAsync).WithMetadata(new UploadLimit(MostUpload));
        templates.MapGet("/{id:guid}", KeepTemplate.ShowAsync);
        templates.MapPost("/{id:guid}", KeepTemplate.ChangeAsync).WithMetadata(new UploadLimit(MostUpload));
        templates.MapPost("/{id:guid}/archive", KeepTemplate.ArchiveAsync);
        templates.MapPost("/{id:guid}/restore", KeepTemplate.RestoreAsync);
        routes.MapGet("/check/{code}", CheckDocument.ShowAsync).OpenToAll().RequireRateLimiting(Limit);
    }
}
