using Entente.Foundation.Access;

namespace Entente.Figures;

/// <summary>What the room may be asked to allow.</summary>
internal sealed class FiguresPermissions : IPermissionSource
{
    public IEnumerable<Permission> Permissions => [];
}
