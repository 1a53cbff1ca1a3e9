using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Safeguards.Searches;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Entente.Safeguards.Desk;

/// <summary>My desk: what waits for me, and what changed in what I follow and may see.</summary>
internal static class ShowDesk
{
    private static readonly Duration Recent = Duration.FromDays(14);
    private const int NewsShown = 30;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/desk", ShowAsync).ForAccounts();

    private static async Task<IResult> ShowAsync(
        IEnumerable<IDeskSource> sources, IEnumerable<IDeskNewsSource> newsSources, Followed followed, SavedSearches searches, Viewer viewer, SchoolClock clock,
        CancellationToken cancellation)
    {
        // One after another: they share the request's database connection.
        var lines = new List<DeskLine>();
        foreach (var source in sources) lines.AddRange(await source.WaitingAsync(viewer, cancellation));
        var since = clock.Now - Recent;
        var news = new List<DeskNews>(await followed.NewsAsync(viewer, since, cancellation));
        foreach (var source in newsSources) news.AddRange(await source.NewsAsync(viewer, since, cancellation));
        return Page.Show<DeskPage>(new DeskModel(
            DeskPlan.Of(lines, clock.Today),
            [.. news.OrderByDescending(n => n.At).Take(NewsShown)],
            await followed.KeysAsync(viewer, cancellation),
            clock.Today)
        {
            Searches = await searches.OfAsync(viewer, cancellation),
        });
    }
}

/// <summary>What the page shows.</summary>
public sealed record DeskModel(IReadOnlyList<DeskGroup> Groups, IReadOnlyList<DeskNews> News, IReadOnlySet<RecordRef> Followed, DateOnly Today)
{
    /// <summary>The searches the viewer saved.</summary>
    public IReadOnlyList<SavedSearchLine> Searches { get; init; } = [];

    /// <summary>How many lines want something today.</summary>
    public int Now => Groups.Where(g => g.Time <= DeskTime.Today).Sum(g => g.Lines.Count);

    /// <summary>How many lines there are.</summary>
    public int All => Groups.Sum(g => g.Lines.Count);

    /// <summary>The nearest day after today.</summary>
    public DateOnly? Next => Groups.SelectMany(g => g.Lines).Select(l => l.Due).Where(d => d > Today).Min();
}
