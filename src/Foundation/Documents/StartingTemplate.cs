using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Documents;

/// <summary>A template that comes with the product: written once as print HTML, taken up by an office as that or as a Word file, and changed as its own from then on.</summary>
/// <param name="Code">The letters in the numbers of its documents; one of its kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Body">The print HTML.</param>
public sealed record StartingTemplate(string Code, LocalizedText Name, LocalizedText Body)
{
    /// <summary>Whether its documents commit outwardly.</summary>
    public bool IsOutward { get; init; }
}

/// <summary>The templates that come with the product; they are in every installation.</summary>
public sealed class StartingTemplates(DocumentTemplates templates)
{
    /// <summary>All of them with their kind of record.</summary>
    public IReadOnlyList<(string Kind, StartingTemplate Template)> All => [.. templates.Kinds.SelectMany(k => OfKind(k).Select(t => (k, t)))];

    /// <summary>Those about a kind of record.</summary>
    public IReadOnlyList<StartingTemplate> OfKind(string kind) => templates.OfKind(kind)?.Starting ?? [];

    /// <summary>One of them.</summary>
    public StartingTemplate? Find(string kind, string code) => OfKind(kind).FirstOrDefault(t => t.Code == code);

    /// <summary>One of them as a Word file.</summary>
    public static byte[] WordOf(StartingTemplate template, Language language) => WordWriting.Of(template.Body.In(language.Tag), language);

    /// <summary>Makes one of them the office's own, unless it is so already; saves.</summary>
    public async Task<Id<TemplateTag>> TakeUpAsync(string kind, StartingTemplate template, DocumentForm form, Viewer viewer, CancellationToken cancellation)
    {
        var there = await templates.Lines().Where(t => t.RecordKind == kind && t.Code == template.Code && t.Form == form && t.ArchivedAt == null).Select(t => (Id<TemplateTag>?)t.Id).FirstOrDefaultAsync(cancellation);
        if (there is { } known) return known;
        var writing = form == DocumentForm.Html ? new TemplateWriting(template.Body, [])
            : new TemplateWriting(LocalizedText.Empty, [.. Language.All.Select(l => (l, FileName(template.Name.In(l.Tag)), WordOf(template, l)))]);
        return await templates.AddAsync(kind, template.Code, form, template.Name, writing with { IsOutward = template.IsOutward && templates.OfKind(kind)?.OutwardGate is not null }, viewer, cancellation);
    }

    /// <summary>What its Word file is called.</summary>
    public static string FileName(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '-')) + ".docx";
}
