using Entente.Ui.Pages;

namespace Entente.Mobility;

/// <summary>The room's entries of the menu.</summary>
internal sealed class MobilityMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries =>
    [
        new("calls.title", "/calls", MobilityPermissions.View, "calls", 225, MenuGroups.Cooperation),
        new("stays.title", Stays.ShowStay.List, MobilityPermissions.View, "mobility", 228, MenuGroups.Cooperation),
        new("whereabouts.title", Whereabouts.ShowWhereabouts.Address, MobilityPermissions.View, "map-2", 229, MenuGroups.Cooperation),
    ];
}
