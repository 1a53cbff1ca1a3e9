using Entente.Foundation;
using Entente.Ui.Pages;

namespace Entente.Ui.Imports;

/// <summary>The entry of the menu.</summary>
internal sealed class ImportMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries => [new("imports.title", "/imports", FoundationPermissions.Import, "imports", 800)];
}
