using Entente.Foundation.Access;

namespace Entente.Safeguards;

/// <summary>What the room may be asked to allow.</summary>
internal sealed class SafeguardsPermissions : IPermissionSource
{
    /// <summary>Sees what is owed, asked and decided in the units it holds for.</summary>
    public const string View = "safeguards.view";

    /// <summary>Grants and ends exceptions from a gate.</summary>
    public const string GrantExceptions = "safeguards.exceptions.grant";

    /// <summary>Sees every exception that was granted.</summary>
    public const string ViewExceptions = "safeguards.exceptions.view";

    /// <summary>Names who decides a step that nobody who could is left for.</summary>
    public const string NameApprover = "safeguards.approvals.name";

    public IEnumerable<Permission> Permissions =>
    [
        new(NameApprover, BuiltInRole.Coordinator, BuiltInRole.Operator),
        new(View, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Officer),
        new(GrantExceptions, BuiltInRole.Dean, BuiltInRole.Officer),
        new(ViewExceptions, BuiltInRole.Dean, BuiltInRole.Officer),
        .. BuiltInRole.All.Select(role => new Permission(ActAs(role), role)),
    ];

    /// <summary>
    /// Decides steps and fulfils obligations that name a role. One for each role, so that a viewer's reach says for which units it is held,
    /// and a lent role shows on whose behalf one acts.
    /// </summary>
    public static string ActAs(string role) => "safeguards.act." + role;
}
