using Entente.Contracts.Safeguards;
using Entente.Foundation.Documents;

namespace Entente.Safeguards.Gates;

/// <summary>Lets documents through the gates of the policy packs, with stored verdicts and exceptions as for everything that goes out.</summary>
internal sealed class DocumentGate(IGates gates) : IDocumentGate
{
    public async Task<DocumentPassing> PassAsync(string gate, DocumentSubject subject, Guid unit, CancellationToken cancellation)
    {
        var outcome = await gates.PassAsync(new(gate, subject.Record, new UnitId(unit), [.. subject.Countries.Distinct(StringComparer.Ordinal)]), cancellation);
        return new(outcome.IsOpen, outcome.Passing!.Value);
    }
}
