using Entente.Foundation;
using Entente.Ui.Pages;

namespace Entente.Ui.Links;

/// <summary>The entry of the menu.</summary>
internal sealed class LinkMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries => [new("links.title", "/links", FoundationPermissions.Links, "link", 790)];
}
