using System.Collections.Concurrent;
using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations;

/// <summary>Organisations are found by every name they have or had, by place, domain and identifier.</summary>
internal sealed class OrganisationSearch(TextCatalog texts) : SearchSource<OrganisationCard>
{
    public const string KindId = "organisation";

    private readonly ConcurrentDictionary<string, LocalizedText> countries = new(StringComparer.Ordinal);

    public override string Kind => KindId;

    public override string Permission => DirectoryPermissions.View;

    protected override OrganisationId? TouchedBy(object changed) => changed switch
    {
        Organisation organisation => organisation.Id,
        OrganisationName name => name.OrganisationId,
        _ => null,
    };

    protected override IQueryable<OrganisationId> Visible(AppDbContext db, Viewer viewer) =>
        db.Set<Organisation>().Where(_ => viewer.May(DirectoryPermissions.View)).Select(o => o.Id);

    protected override async Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<OrganisationId> keys, CancellationToken cancellation)
    {
        var organisations = await db.Set<Organisation>().Where(o => keys.Contains(o.Id))
            .Select(o => new { o.Id, o.Name, o.Country, o.City, o.Ror, o.Domains }).ToListAsync(cancellation);
        var names = (await db.Set<OrganisationName>().Where(n => keys.Contains(n.OrganisationId))
            .Select(n => new { n.OrganisationId, n.Text }).ToListAsync(cancellation)).ToLookup(n => n.OrganisationId, n => n.Text);
        return [.. organisations.Select(o =>
        {
            var country = countries.GetOrAdd(o.Country, code => Countries.NameOf(texts, code));
            return new SearchText(o.Id.Value, o.Name, $"/organisations/{o.Id}")
            {
                Names = [.. names[o.Id]],
                Texts = [.. o.City.Texts.Values, .. country.Texts.Values, o.Domains, o.Ror ?? ""],
                Detail = new LocalizedText($"{o.City.En}, {country.En}".TrimStart(',', ' '), $"{country.Zh} {o.City.Zh}".TrimEnd()),
            };
        })];
    }
}
