using Entente.Foundation.Access;

namespace Entente.Safeguards;

/// <summary>What the room may be asked to allow.</summary>
internal sealed class SafeguardsPermissions : IPermissionSource
{
    public IEnumerable<Permission> Permissions => [];
}
