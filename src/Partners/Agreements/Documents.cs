using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>The documents of an agreement: who may read it may read them; the bytes are kept by their hash.</summary>
internal sealed class Documents(AppDbContext db, Viewer viewer, SchoolClock clock, IFileStore files, TextCatalog texts) : IFileGuard
{
    public static FileRules Rules { get; } = new(25 * 1024 * 1024, [StoredKind.Pdf, StoredKind.Ofd, StoredKind.Docx, StoredKind.Png, StoredKind.Jpeg]);

    public string Kind => Agreement.RecordKind;

    public Task<bool> MayReadAsync(RecordRef owner, Viewer reader, CancellationToken cancellation) =>
        db.Set<Agreement>().VisibleTo(reader).AnyAsync(a => a.Id == new AgreementId(owner.Key), cancellation);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/agreements/{id:guid}/documents", UploadAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapPost("/agreements/{id:guid}/documents/{document:guid}/seal", SealAsync).Requires(PartnersPermissions.SignAgreements);
        routes.MapPost("/agreements/{id:guid}/documents/{document:guid}/withdraw", WithdrawAsync).Requires(PartnersPermissions.EditAgreements);
    }

    /// <summary>Keeps a file as a document with the caller's next save.</summary>
    /// <returns>Why the file is not taken; none: it is.</returns>
    public async Task<string?> AddAsync(Agreement agreement, int version, AgreementDocumentKind kind, IFormFile sent, CancellationToken cancellation)
    {
        try
        {
            await using var content = sent.OpenReadStream();
            var file = await files.AddAsync(new(agreement.Ref(), sent.FileName, content, Rules), cancellation);
            var by = viewer.Now(clock);
            var hasSealed = await db.Set<AgreementDocument>().AnyAsync(d => d.AgreementId == agreement.Id && d.TextVersion == version && d.IsSealed && d.WithdrawnAt == null, cancellation);
            db.Add(new AgreementDocument
            {
                AgreementId = agreement.Id,
                TextVersion = version,
                Kind = kind,
                FileId = file.Id,
                RecordedAt = by.At,
                AccountId = by.Account,
                IsSealed = kind == AgreementDocumentKind.Signed && !hasSealed,
            });
            return null;
        }
        catch (FileRefusedException refused)
        {
            return texts[refused.TextKey, [.. refused.Args]];
        }
    }

    /// <summary>The documents of an agreement, the newest version first; those withdrawn come last.</summary>
    public async Task<IReadOnlyList<AgreementDocumentLine>> OfAsync(AgreementId id, CancellationToken cancellation)
    {
        var documents = await db.Set<AgreementDocument>().AsNoTracking().Where(d => d.AgreementId == id)
            .OrderBy(d => d.WithdrawnAt != null).ThenByDescending(d => d.TextVersion).ThenBy(d => d.RecordedAt).ToListAsync(cancellation);
        if (documents.Count == 0) return [];
        var cards = await files.FindAsync([.. documents.Select(d => d.FileId)], cancellation);
        return [.. documents.Where(d => cards.ContainsKey(d.FileId)).Select(d => new AgreementDocumentLine(d, cards[d.FileId]))];
    }

    private static async Task<IResult> UploadAsync(
        AgreementId id, HttpRequest request, AppDbContext db, Viewer viewer, Documents documents, AgreementViews views, TextCatalog texts, CancellationToken cancellation)
    {
        if (await db.ToChangeAsync(viewer, id, PartnersPermissions.EditAgreements, cancellation) is not { } agreement) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var kind = form.Choice("kind", AgreementDocumentKind.Draft);
        var version = form.Number("version", 1, Math.Max(1, agreement.Versions.Select(v => v.Number).DefaultIfEmpty(1).Max())) ?? agreement.TextVersion;
        var refusal = form.Files.GetFile("document") is { Length: > 0 } file && form.IsValid
            ? await documents.AddAsync(agreement, version, kind, file, cancellation)
            : texts["agreements.document.none"];
        if (refusal is not null) return await views.OfAsync(id, cancellation, new("documents", [refusal], form)) is { } view ? Page.Refuse<ShowAgreementPage>(view) : Results.NotFound();
        db.Write.Action = PartnersPermissions.EditAgreements;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"/agreements/{id}#documents");
    }

    private static Task<IResult> SealAsync(AgreementId id, string document, HttpRequest request, ChangingDocuments changing, CancellationToken cancellation) =>
        changing.ChangeAsync(id, document, PartnersPermissions.SignAgreements, request, (chosen, all, _) =>
        {
            if (chosen.Kind != AgreementDocumentKind.Signed) return "agreements.document.seal-signed-only";
            foreach (var other in all.Where(d => d.TextVersion == chosen.TextVersion)) other.IsSealed = other == chosen;
            return null;
        }, cancellation);

    private static Task<IResult> WithdrawAsync(
        AgreementId id, string document, HttpRequest request, ChangingDocuments changing, Viewer viewer, SchoolClock clock, CancellationToken cancellation) =>
        changing.ChangeAsync(id, document, PartnersPermissions.EditAgreements, request, (chosen, _, form) =>
        {
            if (chosen.IsSealed) return "agreements.document.sealed-stays";
            var reason = form.Text("reason", AgreementDocument.LongestReason, required: true);
            if (form.IsValid) chosen.Withdraw(viewer.Now(clock), reason);
            return null;
        }, cancellation);
}

/// <summary>Changes a standing document of an agreement, or shows the page again with why it cannot be.</summary>
internal sealed class ChangingDocuments(AppDbContext db, Viewer viewer, AgreementViews views, TextCatalog texts)
{
    /// <summary>The step's name for the page: each document has its own forms.</summary>
    public static string StepOf(Id<AgreementDocument> document) => "document-" + document;

    public async Task<IResult> ChangeAsync(
        AgreementId id, string document, string permission, HttpRequest request,
        Func<AgreementDocument, IReadOnlyList<AgreementDocument>, FormReader, string?> change, CancellationToken cancellation)
    {
        if (await db.ToChangeAsync(viewer, id, permission, cancellation) is null || !Id<AgreementDocument>.TryParse(document, null, out var key)) return Results.NotFound();
        var all = await db.Set<AgreementDocument>().Where(d => d.AgreementId == id && d.WithdrawnAt == null).ToListAsync(cancellation);
        if (all.Find(d => d.Id == key) is not { } chosen) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var refusal = change(chosen, all, form);
        if (refusal is not null || !form.IsValid)
        {
            db.ChangeTracker.Clear();
            var refused = new RefusedStep(StepOf(key), refusal is null ? [] : [texts[refusal]], form);
            return await views.OfAsync(id, cancellation, refused) is { } view ? Page.Refuse<ShowAgreementPage>(view) : Results.NotFound();
        }

        db.Write.Action = permission;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"/agreements/{id}#documents");
    }
}

/// <summary>A document as a page shows it.</summary>
internal sealed record AgreementDocumentLine(AgreementDocument Document, FileCard File);
