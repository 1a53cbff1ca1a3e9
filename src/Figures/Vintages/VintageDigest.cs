using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Microsoft.EntityFrameworkCore;

namespace Entente.Figures.Vintages;

/// <summary>A vintage's records still come to its value and its digest.</summary>
internal sealed class VintageDigest : IInvariant
{
    public string Id => "figures.vintage-digest";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation)
    {
        var broken = new List<RecordRef>();
        foreach (var vintage in await db.Set<Vintage>().AsNoTracking().ToListAsync(cancellation))
        {
            var records = await VintageHistory.RecordsAsync(db, vintage, cancellation);
            if (FigureDigest.Of(records) != vintage.Digest || Counts.ValueOf(vintage.Unit, records) != vintage.Value)
                broken.Add(new("figures.vintage", vintage.Id.Value));
        }

        return broken;
    }
}
