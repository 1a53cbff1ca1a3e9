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
/// <param name="Place">Where the school is, where it says so: lines on maps begin there.</param>
public sealed record SiteCard(LocalizedText Name, LocalizedText University, bool IsDemo, SitePlace? Place = null);

/// <summary>Where the school is.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record SitePlace(double Latitude, double Longitude);
