using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Jobs;
using Entente.Foundation.Search;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Documents;

/// <summary>Reads issued documents as pages show them, and answers the public.</summary>
public sealed class DocumentBoard(AppDbContext db, ISearch search) : IFileGuard
{
    /// <inheritdoc/>
    public string Kind => IssuedDocument.RecordKindOfFiles;

    /// <inheritdoc/>
    public Task<bool> MayReadAsync(RecordRef owner, Viewer viewer, CancellationToken cancellation) =>
        db.Set<IssuedDocument>().VisibleTo(viewer).AnyAsync(d => d.Id == new Id<DocumentTag>(owner.Key), cancellation);

    /// <summary>The register as the viewer may see it, the newest first.</summary>
    public IQueryable<DocumentLine> Lines(Viewer viewer) => Lines(db.Set<IssuedDocument>().VisibleTo(viewer));

    /// <summary>What of it is found by some words: number, names of record and template, who issued it.</summary>
    public IQueryable<DocumentLine> Found(string text, Viewer viewer) => Lines(search.Found<IssuedDocument>(DocumentSearch.KindId, text).VisibleTo(viewer));

    private IQueryable<DocumentLine> Lines(IQueryable<IssuedDocument> documents) =>
        from document in documents.AsNoTracking()
        join version in db.Set<TemplateVersion>() on document.VersionId equals version.Id
        join template in db.Set<DocumentTemplate>() on version.TemplateId equals template.Id
        orderby document.AskedAt descending, document.Id descending
        select new DocumentLine
        {
            Id = document.Id,
            Number = document.Number,
            RecordKind = document.RecordKind,
            RecordKey = document.RecordKey,
            RecordTitle = document.RecordTitle,
            Unit = document.Unit,
            Template = template.Id,
            TemplateName = template.Name,
            TemplateVersion = version.Number,
            Form = template.Form,
            Language = document.Language,
            Code = document.Code,
            State = document.State,
            AskedAt = document.AskedAt,
            AskedBy = document.AskedByName,
            AskedByAccount = document.AskedBy,
            IssuedAt = document.IssuedAt,
            File = document.FileId,
            Hash = document.Hash,
            IsChanged = document.Text != null,
            OverrideReason = document.OverrideReason,
            Passing = document.Passing,
            Overridden = document.Overridden,
            RevokedAt = document.RevokedAt,
            RevokedBy = document.RevokedByName,
            RevokeReason = document.RevokeReason,
            Replaces = document.ReplacesId,
        };

    /// <summary>One document.</summary>
    public Task<DocumentLine?> FindAsync(Id<DocumentTag> id, Viewer viewer, CancellationToken cancellation) => Lines(viewer).SingleOrDefaultAsync(d => d.Id == id, cancellation);

    /// <summary>The documents of a record, the newest first.</summary>
    public async Task<IReadOnlyList<DocumentLine>> OfRecordAsync(RecordRef record, Viewer viewer, int most, CancellationToken cancellation) =>
        viewer.May(FoundationPermissions.Documents) ? await Lines(viewer).Where(d => d.RecordKind == record.Kind && d.RecordKey == record.Key).Take(most).ToListAsync(cancellation) : [];

    /// <summary>The document that stands for a revoked one.</summary>
    public Task<DocumentLine?> ReplacementAsync(Id<DocumentTag> revoked, Viewer viewer, CancellationToken cancellation) =>
        Lines(viewer).FirstOrDefaultAsync(d => d.Replaces == revoked, cancellation);

    /// <summary>What went wrong last with making the bytes; none: nothing did.</summary>
    public async Task<string?> TroubleAsync(Id<DocumentTag> id, CancellationToken cancellation)
    {
        const string Said = nameof(DocumentNotMadeException) + ": ";
        var error = await db.Set<Job>().Where(j => j.Kind == MakeDocument.Kind && j.Key == id.ToString()).Select(j => j.Error).FirstOrDefaultAsync(cancellation);
        return error?.StartsWith(Said, StringComparison.Ordinal) == true ? error[Said.Length..] : error;
    }

    /// <summary>The documents the viewer's account asked for whose bytes could not be made yet.</summary>
    public async Task<IReadOnlyList<DocumentLine>> TroubledAsync(Viewer viewer, int most, CancellationToken cancellation)
    {
        if (viewer.Account is not { } account) return [];
        var asked = await db.Set<IssuedDocument>().VisibleTo(viewer).Where(d => d.State == DocumentState.Making && d.AskedBy == account)
            .OrderByDescending(d => d.AskedAt).Take(most).Select(d => d.Id).ToListAsync(cancellation);
        if (asked.Count == 0) return [];
        var keys = asked.ConvertAll(d => d.ToString());
        var failed = await db.Set<Job>().Where(j => j.Kind == MakeDocument.Kind && keys.Contains(j.Key) && j.Error != null).Select(j => j.Key).ToListAsync(cancellation);
        var troubled = asked.Where(d => failed.Contains(d.ToString(), StringComparer.Ordinal)).ToList();
        return troubled.Count == 0 ? [] : await Lines(viewer).Where(d => troubled.Contains(d.Id)).ToListAsync(cancellation);
    }

    /// <summary>Says to anybody who has the code whether the document holds, and nothing else.</summary>
    public async Task<DocumentAnswer> AnswerAsync(string? code, CancellationToken cancellation)
    {
        if (!CheckCode.IsOne(code)) return DocumentAnswer.Unknown;
        var state = await db.Set<IssuedDocument>().ViewerNamed().Where(d => d.Code == code).Select(d => (DocumentState?)d.State).SingleOrDefaultAsync(cancellation);
        return state switch
        {
            DocumentState.Issued => DocumentAnswer.Valid,
            DocumentState.Revoked => DocumentAnswer.Revoked,
            _ => DocumentAnswer.Unknown,
        };
    }
}

/// <summary>What the public is told of a code.</summary>
public enum DocumentAnswer
{
    /// <summary>The school issued it and it holds.</summary>
    Valid,

    /// <summary>The school issued it and revoked it.</summary>
    Revoked,

    /// <summary>The school knows no such document.</summary>
    Unknown,
}

/// <summary>A document as the register shows it.</summary>
public sealed record DocumentLine
{
    /// <summary>Its key.</summary>
    public required Id<DocumentTag> Id { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>The kind of record it is about.</summary>
    public required string RecordKind { get; init; }

    /// <summary>That record.</summary>
    public Guid RecordKey { get; init; }

    /// <summary>That record's name when it was issued.</summary>
    public required LocalizedText RecordTitle { get; init; }

    /// <summary>The unit it was issued for.</summary>
    public Guid Unit { get; init; }

    /// <summary>Its template.</summary>
    public Id<TemplateTag> Template { get; init; }

    /// <summary>The template's name.</summary>
    public required LocalizedText TemplateName { get; init; }

    /// <summary>The version it was made by.</summary>
    public int TemplateVersion { get; init; }

    /// <summary>PDF or Word.</summary>
    public DocumentForm Form { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>What the public asks by.</summary>
    public required string Code { get; init; }

    /// <summary>Where it stands.</summary>
    public DocumentState State { get; init; }

    /// <summary>When it was asked for.</summary>
    public Instant AskedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string AskedBy { get; init; }

    /// <summary>That account, where it is known.</summary>
    public Guid? AskedByAccount { get; init; }

    /// <summary>When its bytes were made.</summary>
    public Instant? IssuedAt { get; init; }

    /// <summary>Its bytes.</summary>
    public Id<FileCard>? File { get; init; }

    /// <summary>Their SHA-256.</summary>
    public string? Hash { get; init; }

    /// <summary>Whether the text was changed for this one document.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Why it was issued although something contradicts the record.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Where what the checks before it said is kept; none: there were none.</summary>
    public Guid? Passing { get; init; }

    /// <summary>What contradicted the record.</summary>
    public string? Overridden { get; init; }

    /// <summary>When it was revoked.</summary>
    public Instant? RevokedAt { get; init; }

    /// <summary>By whom.</summary>
    public string? RevokedBy { get; init; }

    /// <summary>Why.</summary>
    public string? RevokeReason { get; init; }

    /// <summary>The revoked document it stands for.</summary>
    public Id<DocumentTag>? Replaces { get; init; }
}
