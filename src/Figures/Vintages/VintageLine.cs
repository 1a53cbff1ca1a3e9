using Entente.Foundation.Data;
using NodaTime;

namespace Entente.Figures.Vintages;

/// <summary>A vintage as lists show it.</summary>
public sealed record VintageLine(
    string FigureId,
    int Number,
    int DefinitionVersion,
    DateOnly From,
    DateOnly AsOf,
    int Restatement,
    LocalizedText? Cause,
    long Value,
    bool IsWithheld,
    int Records,
    string Digest,
    AccountId? PublishedBy,
    Instant PublishedAt)
{
    /// <summary>Whether it corrected what was published for its date before.</summary>
    public bool IsRestated => Restatement > 0;
}
