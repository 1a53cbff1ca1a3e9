using Entente.Foundation.Access;

namespace Entente.Contracts.Directory;

/// <summary>Says who a viewer is in the directory's words.</summary>
public static class ViewerAccount
{
    /// <summary>The viewer's account; none: nobody signed in, or the house itself.</summary>
    public static AccountId? Me(this Viewer viewer) => viewer.Account is { } key ? new AccountId(key) : null;
}
