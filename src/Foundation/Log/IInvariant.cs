using Entente.Foundation.Data;

namespace Entente.Foundation.Log;

/// <summary>A law of the data that must hold after every transaction; checked by <c>log verify</c>, the tests and the operator's page.</summary>
public interface IInvariant
{
    /// <summary>The law's id; its sentence is the text <c>invariant.{id}</c>.</summary>
    string Id { get; }

    /// <summary>The records that break it; none: it holds.</summary>
    Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation);
}
