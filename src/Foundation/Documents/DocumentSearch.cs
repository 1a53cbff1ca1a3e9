using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Documents;

/// <summary>Issued documents are found by their number, the names of record and template, what they say of the record, and who issued them.</summary>
internal sealed class DocumentSearch : SearchSource<DocumentTag>
{
    public const string KindId = "document";

    public override string Kind => KindId;

    public override string Permission => FoundationPermissions.Documents;

    public override int Weight => 5;

    protected override Id<DocumentTag>? TouchedBy(object changed) => changed is IssuedDocument document ? document.Id : null;

    protected override IQueryable<Id<DocumentTag>> Visible(AppDbContext db, Viewer viewer) => db.Set<IssuedDocument>().VisibleTo(viewer).Select(d => d.Id);

    protected override async Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<Id<DocumentTag>> keys, CancellationToken cancellation)
    {
        var found = await db.Set<IssuedDocument>().VisibleTo(Viewer.System).AsNoTracking().Where(d => keys.Contains(d.Id))
            .Select(d => new { d.Id, d.Number, d.RecordTitle, d.Words }).ToListAsync(cancellation);
        return [.. found.Select(d => new SearchText(d.Id.Value, new(d.Number, d.Number), "/documents/" + d.Id) { Texts = [d.Words], Detail = d.RecordTitle })];
    }
}
