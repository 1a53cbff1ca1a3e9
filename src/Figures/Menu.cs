using Entente.Ui.Pages;

namespace Entente.Figures;

/// <summary>The room's entries, inside and outside.</summary>
internal sealed class FiguresMenu : IMenuSource, IPublicMenuSource
{
    public IEnumerable<MenuEntry> Entries =>
    [
        new("figures.menu", "/figures", FiguresPermissions.View, "figures", 300, MenuGroups.Public),
        new("site.menu.page", "/site/page", FiguresPermissions.EditPage, "page", 310, MenuGroups.Public),
        new("site.menu.settings", "/site", FiguresPermissions.EditPage, "settings", 320, MenuGroups.Public),
    ];

    public IEnumerable<PublicEntry> PublicEntries =>
    [
        new("site.front", "", "front", 0),
        new("site.partners", "partners", "partners", 10),
        new("figures.menu", "figures", "figures", 20),
        new("site.data", "data", "data", 100, InFoot: true),
        new("site.feed", "feed.xml", "feed", 110, InFoot: true),
    ];
}
