using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Owed;

/// <summary>Obligations are found by what is owed, in either language, and by the receipt.</summary>
internal sealed class ObligationSearch : SearchSource<Obligation>
{
    public const string KindId = "obligation";

    public override string Kind => KindId;

    public override string Permission => SafeguardsPermissions.View;

    protected override Id<Obligation>? TouchedBy(object changed) => changed is Obligation obligation ? obligation.Id : null;

    protected override IQueryable<Id<Obligation>> Visible(AppDbContext db, Viewer viewer) => db.Set<Obligation>().VisibleTo(viewer).Select(o => o.Id);

    protected override async Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<Id<Obligation>> keys, CancellationToken cancellation) =>
        [.. (await db.Set<Obligation>().VisibleTo(Viewer.System).AsNoTracking().Where(o => keys.Contains(o.Id))
            .Select(o => new { o.Id, o.Title, o.Receipt, o.UnitId }).ToListAsync(cancellation))
            .Select(o => new SearchText(o.Id.Value, o.Title, $"/obligations/{o.Id}") { Texts = o.Receipt is null ? [] : [o.Receipt], Unit = new(o.UnitId.Value) })];
}
