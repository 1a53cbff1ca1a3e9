using Entente.Foundation.Access;

namespace Entente.Mobility;

/// <summary>What the mobility room may be asked to allow.</summary>
internal sealed class MobilityPermissions : IPermissionSource
{
    /// <summary>Sees calls, applications, placements and stays of the unit.</summary>
    public const string View = "mobility.view";

    /// <summary>Writes calls, keeps applications and stays, nominates.</summary>
    public const string Edit = "mobility.edit";

    /// <summary>Reviews applications it was asked to.</summary>
    public const string Review = "mobility.review";

    /// <summary>Freezes the applications, runs mechanisms, publishes a result.</summary>
    public const string Allocate = "mobility.allocate";

    /// <summary>Confirms outcomes and recognises what was done abroad.</summary>
    public const string Confirm = "mobility.confirm";

    /// <summary>Admits or refuses students whom partners nominate.</summary>
    public const string Admit = "mobility.admit";

    public IEnumerable<Permission> Permissions =>
    [
        new(View, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Officer),
        new(Edit, BuiltInRole.Coordinator),
        new(Review, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Reader),
        new(Allocate, BuiltInRole.Coordinator, BuiltInRole.Dean),
        new(Confirm, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean),
        new(Admit, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean),
    ];
}
