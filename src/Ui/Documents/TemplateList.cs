using Entente.Foundation.Documents;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Documents;

/// <summary>The templates there are, with how many documents were issued by each.</summary>
internal static class TemplateList
{
    public const string Route = DocumentPages.Route + "/templates";

    public static async Task<IResult> ShowAsync(HttpRequest request, DocumentTemplates templates, CancellationToken cancellation) =>
        Page.Show<TemplateListPage>(await templates.Lines().ToListPageAsync(ListQuery.From(request), cancellation));
}
