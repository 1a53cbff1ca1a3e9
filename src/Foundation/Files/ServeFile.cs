using Entente.Foundation.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Entente.Foundation.Files;

/// <summary>
/// Sends a file to whoever may read its record: always as an attachment, never sniffed, never run. A file that is not there and one
/// that may not be read are answered alike; who has not signed in is asked to, whether the file is there or not.
/// </summary>
internal static partial class ServeFile
{
    public const string Policy = "default-src 'none'; sandbox";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/files/{id}", ["GET", "HEAD"], SendAsync).OpenToAll();

    private static async Task<IResult> SendAsync(
        string id, HttpContext context, IFileStore store, IEnumerable<IFileGuard> guards, Viewer viewer, ILogger<FileStore> log, CancellationToken cancellation)
    {
        if (await FindAsync(id, store, guards, viewer, cancellation) is not { } file)
            return viewer.IsSignedIn ? Results.NotFound() : Results.Redirect("/sign-in?return=" + Uri.EscapeDataString(context.Request.Path));
        return Send(file, context, store, log);
    }

    /// <summary>Sends a file that the caller found the reader may have.</summary>
    public static IResult Send(FileCard file, HttpContext context, IFileStore store, ILogger log)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        if (!Web.SecretPage.IsHushed(context)) headers.CacheControl = "private, no-cache";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        try
        {
            return Results.Stream(
                store.Open(file), file.MediaType, lastModified: file.UploadedAt.ToDateTimeOffset(),
                entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
        }
        catch (IOException missing)
        {
            ContentMissing(log, file.Id.Value, missing.Message);
            headers.Remove(HeaderNames.ContentDisposition);
            return Results.NotFound();
        }
    }

    private static async Task<FileCard?> FindAsync(
        string id, IFileStore store, IEnumerable<IFileGuard> guards, Viewer viewer, CancellationToken cancellation)
    {
        if (!Id<FileCard>.TryParse(id, null, out var key)) return null;
        if (!(await store.FindAsync([key], cancellation)).TryGetValue(key, out var file)) return null;
        var guard = guards.SingleOrDefault(g => g.Kind == file.Owner.Kind);
        return guard is not null && await guard.MayReadAsync(file.Owner, viewer, cancellation) ? file : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The content of file {File} is not in the folder of files: {Error}")]
    private static partial void ContentMissing(ILogger logger, Guid file, string error);
}
