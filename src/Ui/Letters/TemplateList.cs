using Entente.Foundation.Letters;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Letters;

/// <summary>The texts letters begin with: those offered, and those put away.</summary>
internal static class TemplateList
{
    public const string Route = LetterPages.Route + "/templates";

    public static async Task<IResult> ShowAsync(HttpRequest request, LetterBoard board, CancellationToken cancellation) =>
        Page.Show<TemplateListPage>(await ModelAsync(ListQuery.From(request), board, cancellation));

    public static async Task<IResult> ArchiveAsync(Guid id, LetterBoard board, CancellationToken cancellation)
    {
        await board.ArchiveTemplateAsync(id, cancellation);
        return Page.SeeOther(Route);
    }

    public static async Task<IResult> RestoreAsync(Guid id, LetterBoard board, CancellationToken cancellation)
    {
        if (await board.RestoreTemplateAsync(id, cancellation)) return Page.SeeOther(Route);
        var model = await ModelAsync(ListQuery.Of(Route), board, cancellation);
        return model.Page.Items.Any(t => t.Id == id) ? Page.Refuse<TemplateListPage>(model with { IsTaken = true }) : Results.NotFound();
    }

    private static async Task<TemplateListModel> ModelAsync(ListQuery query, LetterBoard board, CancellationToken cancellation) =>
        new(await board.Templates().ToListPageAsync(query, cancellation));
}

/// <summary>What the list shows.</summary>
public sealed record TemplateListModel(ListPage<KeptTemplate> Page)
{
    /// <summary>Another template has the name of the one to be brought back.</summary>
    public bool IsTaken { get; init; }
}
