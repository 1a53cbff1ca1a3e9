using Entente.Ui.Pages;

namespace Entente.Safeguards;

/// <summary>The room's entries of the menu; my desk stands above them by itself.</summary>
internal sealed class SafeguardsMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries =>
    [
        new("obligations.title", "/obligations", null, "calendar", 20),
    ];
}
