namespace Entente.Foundation.Documents;

/// <summary>
/// Stands before documents that commit outwardly: the room that keeps gates implements it. Where nobody does, no such document is issued.
/// </summary>
public interface IDocumentGate
{
    /// <summary>Makes the checks of a gate and keeps what they said with the caller's save, also where it stays closed.</summary>
    /// <param name="gate">The gate, as the kind of record names it.</param>
    /// <param name="subject">What the document is about.</param>
    /// <param name="unit">The unit it is issued for.</param>
    /// <param name="cancellation">Ends the queries.</param>
    Task<DocumentPassing> PassAsync(string gate, DocumentSubject subject, Guid unit, CancellationToken cancellation);
}

/// <summary>What came of it.</summary>
/// <param name="IsOpen">Whether the document may go out.</param>
/// <param name="Key">Under which key what the checks said is kept.</param>
public sealed record DocumentPassing(bool IsOpen, Guid Key);
