namespace Entente.Ui.Pages;

/// <summary>An entry of the office's menu.</summary>
/// <param name="TextKey">Its words.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Permission">Who sees it; none: every account.</param>
/// <param name="Icon">A name of the icon set.</param>
/// <param name="Order">Its place; smaller comes first.</param>
/// <param name="Group">The text key of the heading it stands under; none: at the top.</param>
public sealed record MenuEntry(string TextKey, string Address, string? Permission, string Icon, int Order, string? Group = null);

/// <summary>A room's entries of the menu; collected from all rooms.</summary>
public interface IMenuSource
{
    /// <summary>The entries.</summary>
    IEnumerable<MenuEntry> Entries { get; }
}
