using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Search;

/// <summary>The global search: as a page, and as the fragment that the palette shows.</summary>
internal static class SearchPage
{
    private const int MostOnPage = 50;
    private const int MostInPalette = 12;
    private const int MostPages = 3;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/search", ShowAsync).ForAccounts();

    private static async Task<IResult> ShowAsync(Viewer viewer, [FromServices] ISearch? search, IEnumerable<IMenuSource> menus, TextCatalog texts, string? q, string? fragment, CancellationToken cancellation)
    {
        var text = (q ?? "").Trim();
        if (text.Length > 200) text = text[..200];
        var hits = search is null || text.Length == 0 ? [] : await search.FindAsync(viewer, text, fragment is null ? MostOnPage : MostInPalette, cancellation);
        var model = new SearchModel(text, [.. PagesNamed(text, menus, viewer, texts), .. hits]);
        return fragment is null ? Page.Show<SearchResults>(model) : Page.Show<SearchHits>(model);
    }

    /// <summary>The pages of the menu whose words begin with what was typed.</summary>
    private static IEnumerable<SearchHit> PagesNamed(string text, IEnumerable<IMenuSource> menus, Viewer viewer, TextCatalog texts)
    {
        var folded = FoldedText.Of(text);
        if (folded.Length == 0) return [];
        return menus.SelectMany(m => m.Entries)
            .Where(e => e.Permission is null || viewer.May(e.Permission))
            .Where(e => Language.All.Any(l => FoldedText.Of(texts.In(l, e.TextKey)).StartsWith(folded, StringComparison.Ordinal)))
            .OrderBy(e => e.Order).Take(MostPages)
            .Select(e => new SearchHit("page", new LocalizedText(texts.In(Language.English, e.TextKey), texts.In(Language.Chinese, e.TextKey)), null, e.Address));
    }
}

/// <summary>What the search shows.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Hits">What was found.</param>
public sealed record SearchModel(string Text, IReadOnlyList<SearchHit> Hits);
