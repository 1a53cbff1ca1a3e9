using Entente.Ui.Pages;

namespace Entente.Safeguards;

/// <summary>The room's entries of the menu; my desk stands above them by itself.</summary>
internal sealed class SafeguardsMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries =>
    [
        new("approvals.title", "/approvals", null, "approvals", 10),
        new("obligations.title", "/obligations", null, "obligations", 20),
        new("packs.title", "/safeguards/packs", null, "packs", 800),
        new("exceptions.title", "/safeguards/exceptions", SafeguardsPermissions.ViewExceptions, "exceptions", 810),
    ];
}
