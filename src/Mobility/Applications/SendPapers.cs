using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Applications;

/// <summary>A student sends the documents a call asks for, one at a time; another file takes the place of the one before.</summary>
internal static class SendPapers
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(OpenCalls.Address + "/{id}/documents/{document}", SendAsync).ForAccounts().WithMetadata(new UploadLimit(ApplicationFiles.Rules.MaxBytes + 1024 * 1024));

    private static async Task<IResult> SendAsync(string id, string document, HttpRequest request, AppDbContext db, ApplicationDoor door, IFileStore files, CancellationToken cancellation)
    {
        if (await door.WritableAsync(id, cancellation) is not var (mine, own) || !Id<CallDocument>.TryParse(document, null, out var key)) return Results.NotFound();
        if (mine.Call.Documents.All(d => d.Key != key.Value)) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var name = "file-" + document;
        if (sent.Files.GetFile(name) is not { Length: > 0 } file) sent.Refuse(name, "form.required");
        else if (await files.KeepAsync(file, own.Ref(), ApplicationFiles.Rules, sent, name, cancellation) is { } kept)
        {
            foreach (var earlier in await db.Set<ApplicationPaper>().Where(p => p.ApplicationId == own.Id && p.DocumentId == key && p.WithdrawnAt == null).ToListAsync(cancellation)) earlier.WithdrawnAt = db.Write.Now;
            db.Add(new ApplicationPaper { ApplicationId = own.Id, DocumentId = key, FileId = kept.Id, RecordedAt = db.Write.Now });
            db.Write.Action = "mobility.application.document";
            await db.SaveChangesAsync(cancellation);
            return Page.SeeOther(mine.Address + "#documents");
        }

        return Page.Refuse<MinePage>(mine with { Sent = sent });
    }
}

/// <summary>Who may read the files of an application: the student, and whoever sees the application.</summary>
internal sealed class ApplicationFiles(AppDbContext db) : IFileGuard
{
    public static FileRules Rules { get; } = new(10 * 1024 * 1024, [StoredKind.Pdf, StoredKind.Docx, StoredKind.Png, StoredKind.Jpeg]);

    public string Kind => Application.RecordKind;

    public Task<bool> MayReadAsync(RecordRef owner, Viewer reader, CancellationToken cancellation)
    {
        var id = new Id<Application>(owner.Key);
        return db.Set<Application>().VisibleTo(reader).AnyAsync(a => a.Id == id, cancellation);
    }
}
