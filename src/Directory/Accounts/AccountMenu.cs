using Entente.Directory.Roster;
using Entente.Directory.Units;
using Entente.Ui.Pages;

namespace Entente.Directory.Accounts;

/// <summary>The menu's entries about accounts.</summary>
internal sealed class AccountMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries =>
    [
        new("directory.accounts.title", AccountList.Route, DirectoryPermissions.Invite, "accounts", 940, MenuGroups.Operation),
        new("roster.title", RosterList.Route, DirectoryPermissions.KeepRoster, "table", 955, MenuGroups.Operation),
        new("directory.units.title", KeepUnits.Route, DirectoryPermissions.EditUnits, "units", 950, MenuGroups.Operation),
    ];
}
