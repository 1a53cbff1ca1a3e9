using System.Text.Json;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Documents;

/// <summary>Gives documents their number and lets their bytes be made; revokes them. Each is one transaction.</summary>
public sealed class DocumentIssuing
{
    private readonly AppDbContext db;
    private readonly DocumentDrafting drafting;
    private readonly DocumentMaking making;
    private readonly TextCatalog texts;
    private readonly SchoolClock clock;
    private readonly JobBoard jobs;
    private readonly DocumentTemplates templates;
    private readonly IDocumentGate? gate;

    internal DocumentIssuing(AppDbContext db, DocumentDrafting drafting, DocumentMaking making, TextCatalog texts, SchoolClock clock, JobBoard jobs, DocumentTemplates templates, IDocumentGate? gate) =>
        (this.db, this.drafting, this.making, this.texts, this.clock, this.jobs, this.templates, this.gate) = (db, drafting, making, texts, clock, jobs, templates, gate);

    /// <summary>
    /// Issues a document: number and record now, its bytes right after by a job. One that commits outwardly goes through its gate first; what the checks said is
    /// kept also where they stop it.
    /// </summary>
    /// <returns>Its key and what was found; no key where something stands against it.</returns>
    public async Task<(Id<DocumentTag>? Id, DocumentDraft Draft)> IssueAsync(NewDocument wanted, Viewer viewer, CancellationToken cancellation)
    {
        var draft = await drafting.PrepareAsync(wanted.Template, wanted.Text, wanted.Subject, wanted.Language, wanted.Changed, viewer, cancellation);
        if (!draft.CanOverride || (draft.Findings.Count > 0 && wanted.OverrideReason.Length == 0)) return (null, draft);
        var (isHeld, passing) = await PassAsync(wanted, cancellation);
        if (isHeld)
        {
            await db.SaveChangesAsync(cancellation);
            return (null, draft with { IsHeld = true });
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var year = clock.DateOf(db.Write.Now).Year;
        var number = DocumentDrafting.NumberOf(year, wanted.Template.Code, await DocumentSeries.NextAsync(db, year, wanted.Template.Code, cancellation));
        var document = new IssuedDocument
        {
            RecordKind = wanted.Subject.Record.Kind,
            RecordKey = wanted.Subject.Record.Key,
            RecordTitle = wanted.Subject.Title,
            Unit = wanted.Unit,
            VersionId = new(wanted.Text.Key),
            Language = wanted.Language.Tag,
            Number = number,
            Words = WordsOf(number, wanted, viewer),
            Code = CheckCode.New(),
            Text = wanted.Changed,
            Values = JsonSerializer.Serialize(new Dictionary<string, string>(draft.Values, StringComparer.Ordinal) { ["number"] = number }, LocalizedTextJson.Readable),
            AskedAt = db.Write.Now,
            AskedBy = viewer.Account,
            AskedByName = viewer.Name,
            OverrideReason = draft.Findings.Count > 0 ? wanted.OverrideReason : null,
            Overridden = draft.Findings.Count > 0 ? string.Join('\n', draft.Findings.Select(f => texts[f.TextKey, [.. f.Args]])) : null,
            ReplacesId = wanted.Replaces,
            Passing = passing,
        };
        db.Add(document);
        db.Enqueue(new MakeDocument(document.Id.Value), document.Id.ToString());
        await db.SaveChangesAsync(cancellation);
        if (own is not null) await own.CommitAsync(cancellation);
        return (document.Id, draft);
    }

    /// <summary>Makes the bytes at once instead of by the job, which then has nothing to do; saves.</summary>
    public async Task MakeNowAsync(Id<DocumentTag> id, CancellationToken cancellation)
    {
        var document = await db.Set<IssuedDocument>().VisibleTo(Viewer.System).SingleAsync(d => d.Id == id, cancellation);
        await making.MakeAsync(document, db.Write.Now, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Whether the gate of the template's kind keeps it in; a template that commits and a kind without a gate keep it in too.</summary>
    private async Task<(bool IsHeld, Guid? Passing)> PassAsync(NewDocument wanted, CancellationToken cancellation)
    {
        if (!await db.Set<DocumentTemplate>().Where(t => t.Id == wanted.Template.Id).Select(t => t.IsOutward).SingleAsync(cancellation)) return (false, null);
        if (gate is null || templates.OfKind(wanted.Subject.Record.Kind)?.OutwardGate is not { } id) return (true, null);
        var passing = await gate.PassAsync(id, wanted.Subject, wanted.Unit, cancellation);
        return (!passing.IsOpen, passing.Key);
    }

    private static string WordsOf(string number, NewDocument wanted, Viewer viewer)
    {
        var words = string.Join(' ', [number, .. wanted.Subject.Title.Texts.Values, .. wanted.Template.Name.Texts.Values, viewer.Name, .. wanted.Subject.Values.Values.SelectMany(v => v.Texts.Values).Distinct(StringComparer.Ordinal)]);
        return words.Length <= IssuedDocument.LongestWords ? words : words[..IssuedDocument.LongestWords];
    }

    /// <summary>Revokes a document; saves.</summary>
    /// <returns>Whether the viewer sees it, may, and it was not revoked before.</returns>
    public async Task<bool> RevokeAsync(Id<DocumentTag> id, string reason, Viewer viewer, CancellationToken cancellation)
    {
        var document = await db.Set<IssuedDocument>().VisibleTo(viewer).SingleOrDefaultAsync(d => d.Id == id, cancellation);
        if (document is not { State: not DocumentState.Revoked } || !viewer.May(FoundationPermissions.RevokeDocuments, document.Unit)) return false;
        document.Revoke(viewer.Account, viewer.Name, reason, db.Write.Now);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Tries again to make the bytes of a document that could not be made.</summary>
    public async Task<bool> TryAgainAsync(Id<DocumentTag> id, Viewer viewer, CancellationToken cancellation)
    {
        var unit = await db.Set<IssuedDocument>().VisibleTo(viewer).Where(d => d.Id == id && d.State == DocumentState.Making).Select(d => (Guid?)d.Unit).SingleOrDefaultAsync(cancellation);
        if (unit is not { } known || !viewer.May(FoundationPermissions.IssueDocuments, known)) return false;
        var job = await db.Set<Job>().Where(j => j.Kind == MakeDocument.Kind && j.Key == id.ToString()).Select(j => (Guid?)j.Id).SingleOrDefaultAsync(cancellation);
        return job is { } key && await jobs.RetryAsync(key, cancellation);
    }
}

/// <summary>A document to be issued.</summary>
/// <param name="Template">Its template.</param>
/// <param name="Text">The version it is made by.</param>
/// <param name="Subject">The record.</param>
/// <param name="Unit">The unit it is issued for.</param>
/// <param name="Language">The language.</param>
public sealed record NewDocument(DocumentTemplateLine Template, TemplateText Text, DocumentSubject Subject, Guid Unit, Language Language)
{
    /// <summary>The text where it was changed for this one document.</summary>
    public string? Changed { get; init; }

    /// <summary>Why it is issued although something contradicts the record; empty: only if nothing does.</summary>
    public string OverrideReason { get; init; } = "";

    /// <summary>The revoked document it stands for.</summary>
    public Id<DocumentTag>? Replaces { get; init; }
}
