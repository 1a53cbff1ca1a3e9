using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Contracts.Safeguards;

/// <summary>
/// Tells the page of a decision, the page of an exception and the check of an approval about records of a kind. The room that asks for
/// approvals of its records implements it.
/// </summary>
public interface IDecisionEvidence
{
    /// <summary>The kind of record: <c>partners.agreement</c>.</summary>
    string Kind { get; }

    /// <summary>The evidence as the viewer may see it; none where the record is unknown or invisible to the viewer.</summary>
    Task<DecisionEvidence?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation);
}

/// <summary>What somebody needs to decide about a record.</summary>
/// <param name="Title">The record's name.</param>
/// <param name="Address">Its page.</param>
/// <param name="Unit">The unit it belongs to.</param>
/// <param name="Territories">ISO 3166-1 alpha-2 codes it concerns, for the gate.</param>
/// <param name="ContentHash">SHA-256 of its content as it stands now; a decision is refused where it is another than was asked about.</param>
/// <param name="Facts">What to know, the weightiest first.</param>
/// <param name="Documents">What to read.</param>
public sealed record DecisionEvidence(
    LocalizedText Title, string Address, UnitId Unit, IReadOnlyList<string> Territories, byte[]? ContentHash,
    IReadOnlyList<EvidenceFact> Facts, IReadOnlyList<EvidenceDocument> Documents);

/// <summary>One fact of the evidence.</summary>
/// <param name="LabelKey">The text key of its label.</param>
/// <param name="Value">What it is.</param>
/// <param name="Address">Where more is told.</param>
public sealed record EvidenceFact(string LabelKey, LocalizedText Value, string? Address = null);

/// <summary>One document of the evidence.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where it is read.</param>
/// <param name="Detail">What is said beside it: language, pages, version.</param>
public sealed record EvidenceDocument(LocalizedText Name, string Address, LocalizedText? Detail = null);
