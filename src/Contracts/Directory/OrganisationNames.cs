using Entente.Foundation.Data;

namespace Entente.Contracts.Directory;

/// <summary>Finds organisations by any name they have or had, in any script.</summary>
public interface IOrganisationNames
{
    /// <summary>The keys of organisations of which one name contains every word of the text; case, accents and width do not matter.</summary>
    IQueryable<OrganisationId> Like(string text);

    /// <summary>Every name the organisations have or had.</summary>
    Task<ILookup<OrganisationId, string>> OfAsync(IReadOnlyCollection<OrganisationId> organisations, CancellationToken cancellation);
}

/// <summary>Asks how organisations belong together.</summary>
public interface IOrganisationRelations
{
    /// <summary>The organisations one belongs together with: those above and below it, those it followed and that followed it.</summary>
    Task<IReadOnlyList<OrganisationRelative>> OfAsync(OrganisationId organisation, CancellationToken cancellation);
}

/// <summary>An organisation that belongs together with another.</summary>
/// <param name="Organisation">Which.</param>
/// <param name="Name">Its names.</param>
/// <param name="Kind">What it is to the other.</param>
public sealed record OrganisationRelative(OrganisationId Organisation, LocalizedText Name, OrganisationRelativeKind Kind);

/// <summary>What an organisation is to another.</summary>
public enum OrganisationRelativeKind
{
    /// <summary>The other is part of it.</summary>
    Parent,

    /// <summary>It is part of the other.</summary>
    Child,

    /// <summary>The other took over from it.</summary>
    Predecessor,

    /// <summary>It took over from the other.</summary>
    Successor,
}
