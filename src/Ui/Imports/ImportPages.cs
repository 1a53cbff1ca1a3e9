using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Ui.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Imports;

/// <summary>The pages of the import: upload, match columns, check, apply and done, the same for every kind.</summary>
internal static class ImportPages
{
    /// <summary>Room for a file over the limit, so that it is answered with a sentence and not with a broken connection.</summary>
    private const long MostBytes = 4 * ImportLimits.MaxFileBytes;

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/imports").Requires(FoundationPermissions.Import);
        imports.MapGet("", ImportList.ShowAsync);
        imports.MapGet("/new", NewImport.ShowAsync);
        imports.MapPost("/new", NewImport.UploadAsync).WithMetadata(new UploadLimit(MostBytes));
        imports.MapGet("/templates/{kind}.xlsx", ImportTemplate.Download);
        imports.MapGet("/{id}", ShowImport.ShowAsync);
        imports.MapGet("/{id}/map", MapImport.ShowAsync);
        imports.MapPost("/{id}/map", MapImport.MapAsync);
        imports.MapPost("/{id}/read", MapImport.ReadAsync);
        imports.MapPost("/{id}/file", MapImport.ReplaceAsync).WithMetadata(new UploadLimit(MostBytes));
        imports.MapGet("/{id}/check", CheckImport.ShowAsync);
        imports.MapPost("/{id}/check", CheckImport.CheckAgainAsync);
        imports.MapPost("/{id}/decide", CheckImport.DecideAsync);
        imports.MapPost("/{id}/rows/{number:int}", CheckImport.CorrectAsync);
        imports.MapPost("/{id}/leave-out", CheckImport.LeaveOutAsync);
        imports.MapPost("/{id}/apply", ShowImport.ApplyAsync);
        imports.MapPost("/{id}/undo", ShowImport.UndoAsync);
        imports.MapPost("/{id}/abandon", ShowImport.AbandonAsync);
    }
}

/// <summary>An import that is looked at, with its kind.</summary>
/// <param name="Run">The import.</param>
/// <param name="Kind">Its kind.</param>
internal sealed record ImportAsked(ImportRun Run, IImportKind Kind)
{
    public string Address => AddressOf(Run);

    public static string AddressOf(ImportRun run) => $"/imports/{run.Id}";

    /// <summary>The import of a key; none where the viewer may not see it.</summary>
    public static async Task<ImportAsked?> FindAsync(
        AppDbContext db, ImportKinds kinds, Viewer viewer, Id<ImportRun> id, CancellationToken cancellation)
    {
        var run = await db.Set<ImportRun>().VisibleTo(viewer, kinds).SingleOrDefaultAsync(r => r.Id == id, cancellation);
        return run is not null && kinds.Find(run.Kind) is { } kind ? new(run, kind) : null;
    }

    /// <summary>The page of the step the import is at.</summary>
    public string Next => Run.State switch
    {
        ImportState.Uploaded => Address + "/map",
        ImportState.Mapped or ImportState.Checked => Address + "/check",
        _ => Address,
    };
}
