using Entente.Foundation.Data;

namespace Entente.Contracts.Figures;

/// <summary>The public site's own words.</summary>
public interface ISite
{
    /// <summary>What the site is called and whose it is.</summary>
    ValueTask<SiteCard> OfAsync(CancellationToken cancellation);
}

/// <summary>The name on the public site.</summary>
/// <param name="Name">The school.</param>
/// <param name="University">Its university.</param>
/// <param name="IsDemo">Whether the records are the demonstration school's: no search engine may keep the pages.</param>
public sealed record SiteCard(LocalizedText Name, LocalizedText University, bool IsDemo);
