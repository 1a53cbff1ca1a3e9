using Entente.Foundation.Access;

namespace Entente.Directory;

/// <summary>What the directory may be asked to allow.</summary>
internal sealed class DirectoryPermissions : IPermissionSource
{
    public const string View = "directory.view";
    public const string Edit = "directory.edit";

    /// <summary>Units: their names, order, and which is above which.</summary>
    public const string EditUnits = "directory.units.edit";

    /// <summary>Accounts and every role.</summary>
    public const string ManageAccounts = "directory.accounts.manage";

    /// <summary>Invites readers into one's own units.</summary>
    public const string Invite = "directory.accounts.invite";

    /// <summary>The university's roster: hands it in, looks at its history, decides about what waits.</summary>
    public const string KeepRoster = "directory.roster.keep";

    public IEnumerable<Permission> Permissions =>
    [
        new(View, BuiltInRole.Reader, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Officer),
        new(Edit, BuiltInRole.Coordinator),
        new(EditUnits, BuiltInRole.Operator),
        new(ManageAccounts, BuiltInRole.Operator),
        new(KeepRoster, BuiltInRole.Operator),
        new(Invite, BuiltInRole.Coordinator, BuiltInRole.Operator),
    ];
}
