using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Agreements are found by their number, their title in either language, their kind and the names of their partners.</summary>
internal sealed class AgreementSearch(IAgreements agreements, IOrganisations organisations) : SearchSource<AgreementCard>
{
    public const string KindId = "agreement";

    public override string Kind => KindId;

    public override string Permission => PartnersPermissions.View;

    public override int Weight => 25;

    protected override AgreementId? TouchedBy(object changed) => changed switch
    {
        Agreement agreement => agreement.Id,
        AgreementParty party => party.AgreementId,
        _ => null,
    };

    protected override IQueryable<AgreementId> Visible(AppDbContext db, Viewer viewer) => db.Set<Agreement>().VisibleTo(viewer).Select(a => a.Id);

    protected override async Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<AgreementId> keys, CancellationToken cancellation)
    {
        var found = await db.Set<Agreement>().VisibleTo(Viewer.System).AsNoTracking().Where(a => keys.Contains(a.Id))
            .Select(a => new { a.Id, a.Number, a.Title, a.KindId }).ToListAsync(cancellation);
        var kinds = await db.Set<AgreementKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Name, cancellation);
        var parties = await agreements.PartnersAsync(keys, cancellation);
        var named = parties.Values.SelectMany(p => p).Distinct().ToList();
        var names = await organisations.Cards(Viewer.System).Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        return [.. found.Select(a =>
        {
            var partners = (parties.GetValueOrDefault(a.Id) ?? []).Where(names.ContainsKey).Select(p => names[p]).ToList();
            return new SearchText(a.Id.Value, new($"{a.Number} {a.Title.En}", $"{a.Number} {a.Title.Zh}"), $"/agreements/{a.Id}")
            {
                Names = [a.Number, .. a.Title.Texts.Values],
                Texts = [.. kinds[a.KindId].Texts.Values, .. partners.SelectMany(p => p.Texts.Values)],
                Detail = new LocalizedText(string.Join(", ", partners.Select(p => p.En)), string.Join("、", partners.Select(p => p.Zh))),
            };
        })];
    }
}
