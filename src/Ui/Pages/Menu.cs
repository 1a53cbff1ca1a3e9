namespace Entente.Ui.Pages;

/// <summary>An entry of the office's menu.</summary>
/// <param name="TextKey">Its words.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Permission">Who sees it; none: every account.</param>
/// <param name="Icon">A name of the icon set.</param>
/// <param name="Order">Its place; smaller comes first.</param>
/// <param name="Group">The text key of the heading it stands under; none: at the top.</param>
public sealed record MenuEntry(string TextKey, string Address, string? Permission, string Icon, int Order, string? Group = null);

/// <summary>The headings of the menu, by the orders of their entries: below 100 none, then cooperation from 200, people from 250, the public page from 300, operation from 500.</summary>
public static class MenuGroups
{
    /// <summary>Partners, agreements, and what other rooms do with them.</summary>
    public const string Cooperation = "ui.menu.cooperation";

    /// <summary>Persons and organisations.</summary>
    public const string Directory = "ui.menu.directory";

    /// <summary>Figures, the public page, the site.</summary>
    public const string Public = "ui.menu.public";

    /// <summary>Accounts, the log, jobs, mail.</summary>
    public const string Operation = "ui.menu.operation";
}

/// <summary>A room's entries of the menu; collected from all rooms.</summary>
public interface IMenuSource
{
    /// <summary>The entries.</summary>
    IEnumerable<MenuEntry> Entries { get; }
}
