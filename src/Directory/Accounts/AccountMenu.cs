using Entente.Directory.Units;
using Entente.Ui.Pages;

namespace Entente.Directory.Accounts;

/// <summary>The menu's entries about accounts.</summary>
internal sealed class AccountMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries =>
    [
        new("directory.accounts.title", AccountList.Route, DirectoryPermissions.Invite, "accounts", 80),
        new("directory.units.title", KeepUnits.Route, DirectoryPermissions.EditUnits, "units", 81),
    ];
}
