using Entente.Contracts.Partners;
using Entente.Figures.Answers;
using Entente.Figures.PageTexts;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Public;

/// <summary>The school's page, which writes itself from the records; and the way to it in the reader's language.</summary>
internal static class Story
{
    private const int Large = 5;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Welcome).OpenToAll();
        routes.Public().MapGet("", ShowAsync);
    }

    private static IResult Welcome(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Redirect("/" + LanguageChoice.Of(context.Request).Segment);
    }

    private static async Task<IResult> ShowAsync(
        PageTextStore store, StoryWriter writer, Site site, IPublicPartners partners, SchoolClock clock, CancellationToken cancellation)
    {
        var words = await site.WordsAsync(cancellation);
        var written = await store.PublishedAsync(Language.Current, cancellation);
        var text = written is null ? null : await writer.WriteAsync(written, cancellation);
        var hero = words.Hero.Exactly(Language.Current.Tag) is { Length: > 0 } own ? (await writer.WriteAsync(own, cancellation)).Lead : "";
        var large = await writer.ExistingAsync(words.Featured.Count > 0 ? words.Featured : text?.Figures ?? [], cancellation);
        return Page.Show<StoryPage>(new StoryModel(
            words.Name,
            text?.Title is { Length: > 0 } title ? title : null,
            hero.Length > 0 ? hero : text?.Lead ?? "",
            hero.Length > 0 ? text?.Lead ?? "" : "",
            text?.Sections ?? [],
            text is not null,
            [.. large.Take(Large)],
            await partners.AllAsync(clock.Today, cancellation),
            clock.Today));
    }
}

/// <summary>What the page shows.</summary>
/// <param name="School">The school's name.</param>
/// <param name="Title">The text's first heading.</param>
/// <param name="Hero">The HTML a visitor reads first.</param>
/// <param name="Lead">The HTML that follows, where the hero is not the text's own.</param>
/// <param name="Sections">The HTML of the sections.</param>
/// <param name="IsWritten">Whether there is a text in this language.</param>
/// <param name="Large">The figures set large.</param>
/// <param name="Partners">The partners, for the map.</param>
/// <param name="Today">The date all of it holds for.</param>
public sealed record StoryModel(
    LocalizedText School, string? Title, string Hero, string Lead, IReadOnlyList<string> Sections, bool IsWritten, IReadOnlyList<string> Large,
    IReadOnlyList<PublicPartner> Partners, DateOnly Today);
