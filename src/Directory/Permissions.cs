using Entente.Foundation.Access;

namespace Entente.Directory;

/// <summary>What the directory may be asked to allow.</summary>
internal sealed class DirectoryPermissions : IPermissionSource
{
    public const string View = "directory.view";
    public const string Edit = "directory.edit";

    public IEnumerable<Permission> Permissions =>
    [
        new(View, BuiltInRole.Reader, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Officer),
        new(Edit, BuiltInRole.Coordinator),
    ];
}
