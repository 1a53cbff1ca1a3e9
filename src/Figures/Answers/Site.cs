using Entente.Contracts.Figures;
using Entente.Figures.Model;
using Entente.Foundation.Caching;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Figures.Answers;

/// <summary>Answers what the site is called; remembered until a record changes, because every page asks.</summary>
internal sealed class Site(IServiceScopeFactory scopes, ChangeStamp stamp) : ISite
{
    private static readonly SiteWords Unnamed = new(
        new LocalizedText("School", "学院"), LocalizedText.Empty, LocalizedText.Empty, [], LocalizedText.Empty, IsDemo: false, null);

    private (long Stamp, SiteWords Words)? remembered;

    public async ValueTask<SiteCard> OfAsync(CancellationToken cancellation)
    {
        var words = await WordsAsync(cancellation);
        return new(words.Name, words.University, words.IsDemo, words.Place);
    }

    /// <summary>All of the site's words.</summary>
    public async ValueTask<SiteWords> WordsAsync(CancellationToken cancellation)
    {
        var now = stamp.Current;
        if (remembered is { } kept && kept.Stamp == now) return kept.Words;
        await using var scope = scopes.CreateAsyncScope();
        var setting = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<SiteSetting>().AsNoTracking()
            .FirstOrDefaultAsync(s => s.Row == SiteSetting.TheOne, cancellation);
        var words = setting is null ? Unnamed : WordsOf(setting);
        remembered = (now, words);
        return words;
    }

    private static SiteWords WordsOf(SiteSetting s) => new(
        s.Name.Texts.Count > 0 ? s.Name : Unnamed.Name, s.University, s.Hero,
        s.Featured.Split(' ', StringSplitOptions.RemoveEmptyEntries), s.Licence, s.IsDemo,
        s is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null);
}

/// <summary>The public site's own words.</summary>
internal sealed record SiteWords(
    LocalizedText Name, LocalizedText University, LocalizedText Hero, IReadOnlyList<string> Featured, LocalizedText Licence, bool IsDemo, SitePlace? Place);
