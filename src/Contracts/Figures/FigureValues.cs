using Entente.Foundation.Access;

namespace Entente.Contracts.Figures;

/// <summary>Asks for the values of figures, many at once. An answer is remembered until a record changes.</summary>
public interface IFigureValues
{
    /// <summary>Every definition of every room, by id.</summary>
    IReadOnlyDictionary<string, FigureDefinition> Definitions { get; }

    /// <summary>The values at a date; an id that no room defines is absent from the answer.</summary>
    /// <param name="figures">The ids.</param>
    /// <param name="asOf">The last date that counts; none: today at the school.</param>
    /// <param name="viewer">Who reads: small numbers are withheld from those who may not see the office's figures.</param>
    /// <param name="cancellation">Stops the counting.</param>
    Task<IReadOnlyDictionary<string, FigureValue>> OfAsync(
        IReadOnlyCollection<string> figures, DateOnly? asOf, Viewer viewer, CancellationToken cancellation);
}

/// <summary>A figure's value.</summary>
/// <param name="Id">The figure.</param>
/// <param name="Version">The definition's version.</param>
/// <param name="AsOf">The last date that counts.</param>
/// <param name="Value">The number; none where it is withheld because it is small.</param>
public sealed record FigureValue(string Id, int Version, DateOnly AsOf, long? Value)
{
    /// <summary>Whether the number is withheld because it is small.</summary>
    public bool IsWithheld => Value is null;
}
