using System.Collections.Frozen;
using Entente.Directory.Units;
using Entente.Foundation.Access;

namespace Entente.Directory.Accounts;

/// <summary>Turns roles for units into permissions with their reach.</summary>
internal sealed class RolePermissions(IEnumerable<IPermissionSource> sources)
{
    private readonly FrozenDictionary<string, string[]> byRole = sources.SelectMany(s => s.Permissions)
        .SelectMany(p => p.Roles.Select(role => (role, p.Id)))
        .GroupBy(p => p.role, p => p.Id, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>The permissions of a role.</summary>
    public IReadOnlyList<string> Of(string role) => byRole.GetValueOrDefault(role) ?? [];

    /// <summary>Where each permission holds. A role for the whole university holds everywhere, also for what belongs to no unit.</summary>
    public IReadOnlyDictionary<string, Reach> Reaches(IEnumerable<HeldRole> held, UnitTree tree) => held
        .SelectMany(role => Of(role.Role).Select(permission => (permission, role.Unit)))
        .GroupBy(p => p.permission, p => p.Unit, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => ReachOf(g, tree), StringComparer.Ordinal);

    private static Reach ReachOf(IEnumerable<UnitId> units, UnitTree tree)
    {
        var all = units.ToHashSet();
        return all.Any(tree.IsTop) ? Reach.Everywhere : new Reach(false, all.SelectMany(tree.WithBelow).Select(u => u.Value).ToHashSet());
    }
}
