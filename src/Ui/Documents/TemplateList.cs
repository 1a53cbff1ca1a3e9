using Entente.Foundation.Documents;
using Entente.Foundation.Ids;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Documents;

/// <summary>The templates there are, with how many documents were issued by each.</summary>
internal static class TemplateList
{
    public const string Route = DocumentPages.Route + "/templates";

    public static async Task<IResult> ShowAsync(HttpRequest request, DocumentTemplates templates, StartingTemplates starting, CancellationToken cancellation)
    {
        var taken = await templates.Lines().Where(t => t.ArchivedAt == null).Select(t => new { t.RecordKind, t.Code, t.Form, t.Id }).ToListAsync(cancellation);
        return Page.Show<TemplateListPage>(new TemplateListModel(await templates.Lines().ToListPageAsync(ListQuery.From(request), cancellation),
            [.. starting.All.Select(s => new StartingRow(s.Kind, s.Template, Enum.GetValues<DocumentForm>().ToDictionary(f => f, f => taken.Find(t => t.RecordKind == s.Kind && t.Code == s.Template.Code && t.Form == f)?.Id)))]));
    }
}

/// <summary>What the page of templates shows.</summary>
public sealed record TemplateListModel(ListPage<DocumentTemplateLine> Page, IReadOnlyList<StartingRow> Starting);

/// <summary>A template that comes with the product, with the office's own that was made of it in each form.</summary>
public sealed record StartingRow(string Kind, StartingTemplate Template, IReadOnlyDictionary<DocumentForm, Id<TemplateTag>?> Taken);
