using Microsoft.AspNetCore.Builder;

namespace Entente.Foundation.Access;

/// <summary>Who may reach an address. An address that does not say is reached by nobody.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="PermissionId">The permission, where the rule asks for one.</param>
public sealed record EndpointAccess(AccessKind Kind, string? PermissionId = null);

/// <summary>The rules of reach.</summary>
public enum AccessKind
{
    /// <summary>Everybody; the answer shows published things only.</summary>
    Everybody,

    /// <summary>Whoever signed in; the answer is narrowed to the account.</summary>
    SignedIn,

    /// <summary>Whoever has the permission somewhere; the answer is narrowed to where it holds.</summary>
    Permitted,

    /// <summary>A program with a token of the API; the door of the API asks for scope and permission.</summary>
    Token,
}

/// <summary>Says on a route who may reach it.</summary>
public static class EndpointAccessRules
{
    /// <summary>Open to everybody.</summary>
    public static T OpenToAll<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new EndpointAccess(AccessKind.Everybody));

    /// <summary>For every account.</summary>
    public static T ForAccounts<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new EndpointAccess(AccessKind.SignedIn));

    /// <summary>For those who have the permission.</summary>
    public static T Requires<T>(this T route, string permission)
        where T : IEndpointConventionBuilder => route.WithMetadata(new EndpointAccess(AccessKind.Permitted, permission));
}
