namespace Entente.Foundation.Access;

/// <summary>A permission a room asks for. Its text keys are <c>permission.{id}</c>.</summary>
/// <param name="Id">Room, thing and verb: <c>partners.agreements.sign</c>.</param>
/// <param name="Roles">The roles that have it from the start (<see cref="BuiltInRole"/>).</param>
public sealed record Permission(string Id, params string[] Roles);

/// <summary>What a room may be asked to allow; collected from all rooms.</summary>
public interface IPermissionSource
{
    /// <summary>The room's permissions.</summary>
    IEnumerable<Permission> Permissions { get; }
}

/// <summary>The roles a school starts with. A role is granted for a unit and holds below it.</summary>
public static class BuiltInRole
{
    /// <summary>Reads the office's records.</summary>
    public const string Reader = "reader";

    /// <summary>Keeps partners, agreements and people; the international office's daily work.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>Heads a department: approves for it.</summary>
    public const string Head = "head";

    /// <summary>Leads the school: approves last, publishes figures.</summary>
    public const string Dean = "dean";

    /// <summary>Checks contracts and security before an outward commitment.</summary>
    public const string Officer = "officer";

    /// <summary>Runs the installation: accounts, roles, jobs, mail, keys; sees no more records than that needs.</summary>
    public const string Operator = "operator";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Reader, Coordinator, Head, Dean, Officer, Operator];
}
