using Entente.Foundation;
using Entente.Ui.Pages;

namespace Entente.Ui.Letters;

/// <summary>The entry of the menu.</summary>
internal sealed class LetterMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries => [new("letters.title", "/letters", FoundationPermissions.Letters, "mail", 785)];
}
