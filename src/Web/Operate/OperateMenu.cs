using Entente.Foundation;
using Entente.Ui.Pages;

namespace Entente.Web.Operate;

/// <summary>The operator's entries of the menu.</summary>
internal sealed class OperateMenu : IMenuSource
{
    private const string Group = MenuGroups.Operation;

    public IEnumerable<MenuEntry> Entries =>
    [
        new("operate.menu.system", "/operate", FoundationPermissions.Operate, "server", 900, Group),
        new("operate.menu.jobs", "/operate/jobs", FoundationPermissions.Operate, "jobs", 910, Group),
        new("operate.menu.mail", "/operate/mail", FoundationPermissions.Operate, "mail", 920, Group),
        new("operate.menu.replies", "/operate/replies", FoundationPermissions.Operate, "message", 925, Group),
        new("operate.menu.log", "/log", FoundationPermissions.Log, "log", 930, Group),
    ];
}
