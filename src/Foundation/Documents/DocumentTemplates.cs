using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Letters;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Documents;

/// <summary>Keeps the templates and their versions. A save of its own where it says so.</summary>
public sealed class DocumentTemplates(AppDbContext db, IFileStore files, IEnumerable<IDocumentRecords> kinds) : IFileGuard
{
    /// <summary>The placeholders of every document.</summary>
    public static IReadOnlyList<string> CommonFields { get; } = ["record", "number", "today", "sender"];

    /// <inheritdoc/>
    public string Kind => "foundation.document-template";

    /// <summary>The kinds of records documents are about.</summary>
    public IReadOnlyList<string> Kinds => [.. kinds.Select(k => k.Kind)];

    /// <summary>What tells about records of a kind.</summary>
    public IDocumentRecords? OfKind(string kind) => kinds.FirstOrDefault(k => k.Kind == kind);

    /// <summary>The placeholders of a kind.</summary>
    public IReadOnlySet<string> FieldsOf(string kind) => CommonFields.Concat(OfKind(kind)?.Fields ?? []).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<bool> MayReadAsync(RecordRef owner, Viewer viewer, CancellationToken cancellation) => Task.FromResult(viewer.May(FoundationPermissions.IssueDocuments));

    /// <summary>The templates, by code and name; those put away last.</summary>
    public IQueryable<DocumentTemplateLine> Lines() => db.Set<DocumentTemplate>().AsNoTracking()
        .OrderBy(t => t.ArchivedAt != null).ThenBy(t => t.Code).ThenBy(t => t.Id)
        .Select(t => new DocumentTemplateLine
        {
            Id = t.Id,
            RecordKind = t.RecordKind,
            Code = t.Code,
            Form = t.Form,
            Name = t.Name,
            IsOutward = t.IsOutward,
            Current = t.Current,
            ArchivedAt = t.ArchivedAt,
            Issued = db.Set<IssuedDocument>().ViewerNamed().Count(d => db.Set<TemplateVersion>().Any(v => v.Id == d.VersionId && v.TemplateId == t.Id)),
        });

    /// <summary>A version of a template; the current one where none is named.</summary>
    public async Task<TemplateText?> TextAsync(Id<TemplateTag> template, int? number, CancellationToken cancellation) =>
        await Texts().Where(v => v.Template == template && v.Number == (number ?? db.Set<DocumentTemplate>().Where(t => t.Id == template).Select(t => t.Current).FirstOrDefault()))
            .SingleOrDefaultAsync(cancellation);

    /// <summary>The versions of a template, the newest first.</summary>
    public async Task<IReadOnlyList<TemplateText>> VersionsAsync(Id<TemplateTag> template, CancellationToken cancellation) =>
        await Texts().Where(v => v.Template == template).OrderByDescending(v => v.Number).ToListAsync(cancellation);

    /// <summary>What is wrong with the texts of a template: field, text key, argument.</summary>
    public IReadOnlyList<(string Field, string Key, string Argument)> Problems(string kind, DocumentForm form, TemplateWriting writing)
    {
        var problems = new List<(string, string, string)>();
        var known = FieldsOf(kind);
        foreach (var language in Language.All)
        {
            var field = (form == DocumentForm.Html ? "body-" : "word-") + language.Segment;
            if (TextProblem(form, writing.TextIn(language, form), known) is { } problem) problems.Add((field, problem.Key, problem.Argument));
        }

        if (Language.All.All(l => writing.TextIn(l, form).Length == 0)) problems.Add((form == DocumentForm.Html ? "body-en" : "word-en", form == DocumentForm.Html ? "form.required" : "documents.word.none", ""));
        return problems;
    }

    /// <summary>What is wrong with one text; none: nothing, or there is none.</summary>
    public static (string Key, string Argument)? TextProblem(DocumentForm form, string text, IReadOnlySet<string> known)
    {
        if (text.Length == 0) return null;
        if (form == DocumentForm.Word)
        {
            var (names, _, broken) = WordFile.PlaceholdersOf(text);
            if (broken is not null) return (broken.StartsWith("{%", StringComparison.Ordinal) ? "documents.word.tag" : "letters.text.broken", broken);
            return names.FirstOrDefault(n => !known.Contains(n)) is { } stranger ? ("letters.text.unknown", stranger) : null;
        }

        _ = LetterText.Read(text, known, out var problem);
        if (problem is null && DocumentHtml.Refused(text) is { } refused) problem = ("documents.html.refused", refused);
        return problem;
    }

    /// <summary>Adds a template; saves.</summary>
    public async Task<Id<TemplateTag>> AddAsync(string kind, string code, DocumentForm form, LocalizedText name, TemplateWriting writing, Viewer viewer, CancellationToken cancellation)
    {
        var template = new DocumentTemplate { RecordKind = kind, Code = code, Form = form, Name = name, IsOutward = writing.IsOutward };
        db.Add(template);
        db.Add(await VersionAsync(template.Id, 1, null, writing, viewer, cancellation));
        await db.SaveChangesAsync(cancellation);
        return template.Id;
    }

    /// <summary>Changes a template; a text that is another becomes a further version. Saves.</summary>
    public async Task<bool> ChangeAsync(Id<TemplateTag> id, LocalizedText name, TemplateWriting writing, Viewer viewer, CancellationToken cancellation)
    {
        if (await db.Set<DocumentTemplate>().SingleOrDefaultAsync(t => t.Id == id && t.ArchivedAt == null, cancellation) is not { } template) return false;
        var current = await db.Set<TemplateVersion>().SingleAsync(v => v.TemplateId == id && v.Number == template.Current, cancellation);
        (template.Name, template.IsOutward) = (name, writing.IsOutward);
        if (template.Form == DocumentForm.Html ? current.Body != writing.Body : writing.Files.Count > 0)
        {
            template.Current++;
            db.Add(await VersionAsync(id, template.Current, current, writing, viewer, cancellation));
        }

        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Puts a template away, or takes it up again; saves.</summary>
    public async Task<bool> ArchiveAsync(Id<TemplateTag> id, bool isArchived, CancellationToken cancellation)
    {
        if (await db.Set<DocumentTemplate>().SingleOrDefaultAsync(t => t.Id == id, cancellation) is not { } template) return false;
        template.ArchivedAt = isArchived ? template.ArchivedAt ?? db.Write.Now : null;
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The bytes of a version's Word file in a language; none where it has none.</summary>
    public async Task<byte[]?> WordAsync(TemplateText text, Language language, CancellationToken cancellation)
    {
        if (text.WordIn(language) is not { } id || !(await files.FindAsync([id], cancellation)).TryGetValue(id, out var card)) return null;
        await using var content = files.Open(card);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private async Task<TemplateVersion> VersionAsync(Id<TemplateTag> template, int number, TemplateVersion? before, TemplateWriting writing, Viewer viewer, CancellationToken cancellation)
    {
        var kept = new Dictionary<string, Id<FileCard>>(StringComparer.Ordinal);
        foreach (var (language, name, bytes) in writing.Files)
        {
            using var content = new MemoryStream(bytes);
            kept[language.Tag] = (await files.AddAsync(new(new(Kind, template.Value), name, content, WordFile.Rules), cancellation)).Id;
        }

        return new()
        {
            TemplateId = template,
            Number = number,
            Body = writing.Body,
            WordEn = kept.TryGetValue(Language.English.Tag, out var en) ? en : before?.WordEn,
            WordZh = kept.TryGetValue(Language.Chinese.Tag, out var zh) ? zh : before?.WordZh,
            RecordedAt = db.Write.Now,
            RecordedBy = viewer.Account,
            RecordedByName = viewer.Name,
        };
    }

    private IQueryable<TemplateText> Texts() => db.Set<TemplateVersion>().AsNoTracking().Select(v => new TemplateText
    {
        Key = v.Id.Value,
        Template = v.TemplateId,
        Number = v.Number,
        Body = v.Body,
        WordEn = v.WordEn,
        WordZh = v.WordZh,
        RecordedAt = v.RecordedAt,
        RecordedBy = v.RecordedByName,
    });
}
