using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Meetings;

/// <summary>Meetings are found by their subject, their place and the names of their partners.</summary>
internal sealed class MeetingSearch(PartnerNames partners, TextCatalog texts) : SearchSource<Meeting>
{
    public const string KindId = "meeting";

    public override string Kind => KindId;

    public override string Permission => PartnersPermissions.View;

    public override int Weight => 10;

    protected override Id<Meeting>? TouchedBy(object changed) => changed is Meeting meeting ? meeting.Id : null;

    protected override IQueryable<Id<Meeting>> Visible(AppDbContext db, Viewer viewer) => db.Set<Meeting>().VisibleTo(viewer).Where(m => m.WithdrawnAt == null).Select(m => m.Id);

    protected override async Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<Id<Meeting>> keys, CancellationToken cancellation)
    {
        var found = await db.Set<Meeting>().VisibleTo(Viewer.System).AsNoTracking().Where(m => keys.Contains(m.Id) && m.WithdrawnAt == null)
            .Select(m => new { m.Id, m.Subject, m.Place, m.On, m.OrganisationId }).ToListAsync(cancellation);
        var names = await partners.NamesAsync([.. found.Select(m => m.OrganisationId).Distinct()], cancellation);
        return [.. found.Select(m => new SearchText(m.Id.Value, m.Subject, ShowMeeting.AddressOf(m.Id))
        {
            Names = [.. m.Subject.Texts.Values],
            Texts = [m.Place ?? "", .. names[m.OrganisationId].Texts.Values],
            Detail = LocalizedText.InEach(l => names[m.OrganisationId].In(l.Tag) + " · " + texts.DateIn(l, m.On)),
        })];
    }
}
