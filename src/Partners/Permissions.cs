using Entente.Foundation.Access;

namespace Entente.Partners;

/// <summary>What the partners' room may be asked to allow.</summary>
internal sealed class PartnersPermissions : IPermissionSource
{
    public const string View = "partners.view";
    public const string Edit = "partners.edit";

    public IEnumerable<Permission> Permissions =>
    [
        new(View, BuiltInRole.Reader, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Officer),
        new(Edit, BuiltInRole.Coordinator),
    ];
}
