namespace Entente.Ui.Pages;

/// <summary>A room's entries of the public site's navigation; collected from all rooms.</summary>
public interface IPublicMenuSource
{
    /// <summary>The entries.</summary>
    IEnumerable<PublicEntry> PublicEntries { get; }
}

/// <summary>An entry of the public navigation.</summary>
/// <param name="TextKey">Its words.</param>
/// <param name="Path">Its path after the language: <c>partners</c> for <c>/en/partners</c>; empty for the front page.</param>
/// <param name="Section">The section a page names to be marked as here.</param>
/// <param name="Order">Its place; smaller comes first.</param>
/// <param name="InFoot">Whether it stands in the foot of the page instead: open data, feed.</param>
public sealed record PublicEntry(string TextKey, string Path, string Section, int Order, bool InFoot = false);

/// <summary>A line that stands above every page while something is so: the demonstration school is loaded, maintenance is due.</summary>
public interface IBanner
{
    /// <summary>The line in the reader's language; none where there is nothing to say.</summary>
    ValueTask<string?> TextAsync(CancellationToken cancellation);
}
