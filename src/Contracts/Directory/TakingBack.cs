using Entente.Foundation.Data;

namespace Entente.Contracts.Directory;

/// <summary>Removes records that an import created and that is being undone, in the caller's transaction. Nothing else removes them.</summary>
public interface ITakeBack
{
    /// <summary>Removes organisations entered by hand to which nothing refers.</summary>
    /// <param name="organisations">Which.</param>
    /// <param name="going">Keys of records that go away in the same transaction, and do not stand in the way.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What refers to them; where there is anything, nothing is removed.</returns>
    Task<IReadOnlyList<Dependent>> OrganisationsAsync(IReadOnlyCollection<OrganisationId> organisations, IReadOnlySet<Guid> going, CancellationToken cancellation);

    /// <summary>Removes persons to whom nothing refers.</summary>
    /// <param name="persons">Which.</param>
    /// <param name="going">Keys of records that go away in the same transaction, and do not stand in the way.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What refers to them; where there is anything, nothing is removed.</returns>
    Task<IReadOnlyList<Dependent>> PersonsAsync(IReadOnlyCollection<PersonId> persons, IReadOnlySet<Guid> going, CancellationToken cancellation);
}
