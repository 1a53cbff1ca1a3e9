using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Files;
using Entente.Foundation.Ids;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Documents;

/// <summary>Writes a template: its text in both languages with a preview on a real record, or its Word files; every change of the text is a version.</summary>
internal static partial class KeepTemplate
{
    private const int MostSamples = 40;

    public static async Task<IResult> ShowNewAsync(HttpRequest request, [AsParameters] TemplateServices asked, CancellationToken cancellation)
    {
        var (kind, form) = (request.Query["kind"].ToString(), request.Query["form"].ToString());
        return asked.Templates.OfKind(kind) is not null && Enum.TryParse<DocumentForm>(form, out var chosen) && Enum.IsDefined(chosen)
            ? Page.Show<TemplatePage>(await ModelAsync(null, kind, chosen, null, FormReader.Empty, asked, cancellation))
            : Page.Show<NewTemplatePage>(asked.Templates.Kinds);
    }

    public static async Task<IResult> AddAsync(HttpRequest request, [AsParameters] TemplateServices asked, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var how = form.Choice("form", DocumentForm.Html);
        if (asked.Templates.OfKind(form.Raw("kind")) is not { } kind) return Results.NotFound();
        var code = form.Text("code", TemplateLimits.LongestCode, required: true).ToUpperInvariant();
        if (code.Length > 0 && !Code().IsMatch(code)) form.Refuse("code", "documents.template.code.wrong");
        var (name, writing) = await ReadAsync(form, kind.Kind, how, null, asked, cancellation);
        if (!form.IsValid || IsPreview(form)) return Answer(form, await ModelAsync(null, kind.Kind, how, writing, form, asked, cancellation));
        var id = await asked.Templates.AddAsync(kind.Kind, code, how, name, writing!, asked.Viewer, cancellation);
        return Page.SeeOther($"{TemplateList.Route}/{id}#preview");
    }

    public static async Task<IResult> ShowAsync(Id<TemplateTag> id, [AsParameters] TemplateServices asked, HttpRequest request, CancellationToken cancellation) =>
        await FindAsync(id, asked, cancellation) is { } template
            ? Page.Show<TemplatePage>(await ModelAsync(template, template.RecordKind, template.Form, null, FormReader.Empty, asked, cancellation, request.Query["sample"]))
            : Results.NotFound();

    public static async Task<IResult> ChangeAsync(Id<TemplateTag> id, HttpRequest request, [AsParameters] TemplateServices asked, CancellationToken cancellation)
    {
        if (await FindAsync(id, asked, cancellation) is not { ArchivedAt: null } template) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var (name, writing) = await ReadAsync(form, template.RecordKind, template.Form, template, asked, cancellation);
        if (!form.IsValid || IsPreview(form)) return Answer(form, await ModelAsync(template, template.RecordKind, template.Form, writing, form, asked, cancellation));
        return await asked.Templates.ChangeAsync(id, name, writing!, asked.Viewer, cancellation)
            ? Page.SeeOther($"{TemplateList.Route}/{id}?sample={Uri.EscapeDataString(form.Raw("sample"))}#preview")
            : Results.NotFound();
    }

    public static async Task<IResult> ArchiveAsync(Id<TemplateTag> id, DocumentTemplates templates, CancellationToken cancellation) =>
        await templates.ArchiveAsync(id, isArchived: true, cancellation) ? Page.SeeOther(TemplateList.Route) : Results.NotFound();

    public static async Task<IResult> RestoreAsync(Id<TemplateTag> id, DocumentTemplates templates, CancellationToken cancellation) =>
        await templates.ArchiveAsync(id, isArchived: false, cancellation) ? Page.SeeOther($"{TemplateList.Route}/{id}") : Results.NotFound();

    private static bool IsPreview(FormReader form) => form.Raw("do") == "preview";

    private static IResult Answer(FormReader form, TemplateModel model) => form.IsValid ? Page.Show<TemplatePage>(model) : Page.Refuse<TemplatePage>(model);

    private static Task<DocumentTemplateLine?> FindAsync(Id<TemplateTag> id, TemplateServices asked, CancellationToken cancellation) =>
        asked.Templates.Lines().SingleOrDefaultAsync(t => t.Id == id, cancellation);

    /// <summary>What was sent; what is wrong with it stands in the form.</summary>
    private static async Task<(LocalizedText Name, TemplateWriting? Writing)> ReadAsync(
        FormReader form, string kind, DocumentForm how, DocumentTemplateLine? before, TemplateServices asked, CancellationToken cancellation)
    {
        var name = new LocalizedText(form.Text("name-en", TemplateLimits.LongestName, required: true), form.Text("name-zh", TemplateLimits.LongestName, required: true));
        var body = how == DocumentForm.Html ? new LocalizedText(form.Text("body-en", TemplateLimits.LongestBody), form.Text("body-zh", TemplateLimits.LongestBody)) : LocalizedText.Empty;
        var files = new List<(Language, string, byte[])>();
        if (how == DocumentForm.Word)
        {
            foreach (var language in Language.All)
                if (await FileAsync(form, "word-" + language.Segment, cancellation) is var (sent, bytes)) files.Add((language, sent, bytes));
        }

        var writing = new TemplateWriting(body, files) { IsOutward = form.Flag("outward") && asked.Templates.OfKind(kind)?.OutwardGate is not null };
        try
        {
            // A Word file that is not sent anew stays.
            if (how == DocumentForm.Html || files.Count > 0 || before is null)
                foreach (var (field, key, argument) in asked.Templates.Problems(kind, how, writing)) form.Refuse(field, key, argument);
        }
        catch (FileRefusedException refused)
        {
            form.Refuse(files.Count == 1 ? "word-" + files[0].Item1.Segment : "", refused.TextKey, [.. refused.Args]);
        }

        return (name, writing);
    }

    private static async Task<(string Name, byte[] Bytes)?> FileAsync(FormReader form, string field, CancellationToken cancellation)
    {
        if (form.Files.GetFile(field) is not { Length: > 0 } file) return null;
        if (file.Length > WordFile.Rules.MaxBytes)
        {
            form.Refuse(field, "files.large", WordFile.Rules.Megabytes);
            return null;
        }

        if (!file.FileName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
        {
            form.Refuse(field, "files.kind", WordFile.Rules.Names);
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return (file.FileName, bytes.ToArray());
    }

    private static async Task<TemplateModel> ModelAsync(
        DocumentTemplateLine? template, string kind, DocumentForm form, TemplateWriting? writing, FormReader sent, TemplateServices asked, CancellationToken cancellation, string? sample = null)
    {
        var records = asked.Templates.OfKind(kind)!;
        var samples = await records.SamplesAsync(asked.Viewer, MostSamples, cancellation);
        var current = template is null ? null : await asked.Templates.TextAsync(template.Id, null, cancellation);
        var wanted = sent.Raw("sample") is { Length: > 0 } chosen ? chosen : sample;
        var key = samples.Select(s => s.Key).FirstOrDefault(k => k.ToString("N") == wanted) is var found && found != Guid.Empty ? found : samples.Select(s => s.Key).FirstOrDefault();
        var text = form == DocumentForm.Html && writing is not null ? new TemplateText { Body = writing.Body, RecordedBy = asked.Viewer.Name } : current;
        var drafts = new List<(Language, DocumentDraft)>();
        if (text is not null && key != Guid.Empty && await records.OfAsync(key, asked.Viewer, cancellation) is { } subject)
        {
            var line = template ?? new() { Id = default, RecordKind = kind, Code = sent.Raw("code") is { Length: > 0 } code ? code : "ABC", Form = form, Name = LocalizedText.Empty };
            foreach (var language in Language.All.Where(text.Has)) drafts.Add((language, await asked.Drafting.PrepareAsync(line, text, subject, language, null, asked.Viewer, cancellation)));
        }

        return new(template, kind, form, current, template is null ? [] : await asked.Templates.VersionsAsync(template.Id, cancellation), samples, key, drafts, [.. asked.Templates.FieldsOf(kind)], sent) { MayCommit = records.OutwardGate is not null };
    }

    [GeneratedRegex("^[A-Z]{2,6}$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}

/// <summary>What the pages of templates need.</summary>
internal sealed record TemplateServices(DocumentTemplates Templates, DocumentDrafting Drafting, Viewer Viewer);

/// <summary>What the page of a template shows.</summary>
public sealed record TemplateModel(
    DocumentTemplateLine? Template, string Kind, DocumentForm How, TemplateText? Current, IReadOnlyList<TemplateText> Versions,
    IReadOnlyList<(Guid Key, LocalizedText Title)> Samples, Guid Sample, IReadOnlyList<(Language Language, DocumentDraft Draft)> Drafts, IReadOnlyList<string> Fields, FormReader Form)
{
    /// <summary>Whether documents about this kind may be said to commit outwardly: it has a gate for them.</summary>
    public bool MayCommit { get; init; }
}
