using System.Globalization;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Documents;

/// <summary>In every year the documents of one code are numbered from 1 without a gap, up to the last number given.</summary>
internal sealed class NumbersWithoutGaps : IInvariant
{
    public string Id => "foundation.documents-numbered";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation)
    {
        var last = await db.Set<DocumentSeries>().AsNoTracking().ToDictionaryAsync(s => DocumentDrafting.NumberOf(s.Year, s.Code, null)[..^4], s => s.Last, StringComparer.Ordinal, cancellation);
        var documents = await db.Set<IssuedDocument>().VisibleTo(Viewer.System).Select(d => new { d.Id, d.Number }).ToListAsync(cancellation);
        var series = documents.ToLookup(d => d.Number[..(d.Number.LastIndexOf('/') + 1)], StringComparer.Ordinal);
        return [.. series.Where(s => !IsWhole([.. s.Select(d => d.Number[s.Key.Length..])], last.GetValueOrDefault(s.Key))).SelectMany(s => s).Select(d => new RecordRef(IssuedDocument.RecordKindOfFiles, d.Id.Value))];
    }

    private static bool IsWhole(IReadOnlyList<string> numbers, int last) =>
        numbers.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Order().SequenceEqual(Enumerable.Range(1, last));
}
