using Entente.Foundation.Data;

namespace Entente.Contracts.Directory;

/// <summary>
/// Says what waits for whoever holds a role for a unit, so that the directory can tell when the last who did has left and nobody can act. Every room with
/// such work contributes.
/// </summary>
public interface IRoleWork
{
    /// <summary>All that waits for a role now.</summary>
    Task<IReadOnlyList<RoleWork>> WaitingAsync(CancellationToken cancellation);
}

/// <summary>Something that waits for a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Unit">The unit it must be held for, there or above.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="HasOwnLine">Whether its room brings it on the desk itself where nobody can act.</param>
public sealed record RoleWork(string Role, UnitId Unit, LocalizedText Title, string Address, bool HasOwnLine = false);
