using Entente.Foundation.Data;

namespace Entente.Foundation.Log;

/// <summary>A law of the data and what breaks it.</summary>
/// <param name="Id">The law; its sentence is the text <c>invariant.{Id}</c>.</param>
/// <param name="BrokenBy">The records that break it; none: it holds.</param>
public sealed record Law(string Id, IReadOnlyList<RecordRef> BrokenBy);

/// <summary>Checks every room's laws.</summary>
public sealed class LawBook(AppDbContext db, IEnumerable<IInvariant> laws)
{
    /// <summary>Each law with the records that break it.</summary>
    public async Task<IReadOnlyList<Law>> CheckAsync(CancellationToken cancellation)
    {
        var all = new List<Law>();
        foreach (var law in laws.OrderBy(l => l.Id, StringComparer.Ordinal)) all.Add(new(law.Id, await law.BrokenByAsync(db, cancellation)));
        return all;
    }
}
