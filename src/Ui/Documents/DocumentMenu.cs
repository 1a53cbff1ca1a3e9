using Entente.Foundation;
using Entente.Ui.Pages;

namespace Entente.Ui.Documents;

/// <summary>The entry of the menu.</summary>
internal sealed class DocumentMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries => [new("documents.title", DocumentPages.Route, FoundationPermissions.Documents, "documents", 780)];
}
