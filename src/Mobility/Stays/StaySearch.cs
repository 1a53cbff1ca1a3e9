using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>Stays are found by the student, the partner, the topic and the supervisors.</summary>
internal sealed class StaySearch(StayNames names, TextCatalog texts) : SearchSource<Stay>
{
    public const string KindId = "stay";

    public override string Kind => KindId;

    public override string Permission => MobilityPermissions.View;

    public override int Weight => 5;

    protected override Id<Stay>? TouchedBy(object changed) => changed is Stay stay ? stay.Id : null;

    protected override IQueryable<Id<Stay>> Visible(AppDbContext db, Viewer viewer) => db.Set<Stay>().VisibleTo(viewer).Select(s => s.Id);

    protected override async Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<Id<Stay>> keys, CancellationToken cancellation)
    {
        var found = await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => keys.Contains(s.Id)).ToListAsync(cancellation);
        var people = await names.PersonsAsync([.. found.SelectMany(s => new[] { s.PersonId, s.HomeSupervisorId, s.HostSupervisorId }).OfType<PersonId>().Distinct()], cancellation);
        var partners = await names.PartnersAsync([.. found.Select(s => s.OrganisationId).Distinct()], cancellation);
        return [.. found.Where(s => people.ContainsKey(s.PersonId) && partners.ContainsKey(s.OrganisationId)).Select(s => new SearchText(s.Id.Value, people[s.PersonId], ShowStay.AddressOf(s.Id))
        {
            Names = [.. people[s.PersonId].Texts.Values],
            Texts =
            [
                .. partners[s.OrganisationId].Name.Texts.Values, .. s.Topic.Texts.Values,
                .. new[] { s.HomeSupervisorId, s.HostSupervisorId }.OfType<PersonId>().SelectMany(p => people.TryGetValue(p, out var name) ? name.Texts.Values : []),
            ],
            Detail = LocalizedText.InEach(l => partners[s.OrganisationId].Name.In(l.Tag) + " · " + texts.DateIn(l, s.From)),
        })];
    }
}

/// <summary>Names stays on pages of other rooms, to those who may see them.</summary>
internal sealed class StayRecordNames(AppDbContext db, StayNames names) : IRecordNames
{
    public string Kind => Stay.RecordKind;

    public async Task<IReadOnlyDictionary<Guid, RecordName>> VisibleAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new Id<Stay>(k)).ToList();
        var found = await db.Set<Stay>().VisibleTo(viewer).Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.PersonId, s.OrganisationId }).ToListAsync(cancellation);
        var people = await names.PersonsAsync([.. found.Select(s => s.PersonId).Distinct()], cancellation);
        var partners = await names.PartnersAsync([.. found.Select(s => s.OrganisationId).Distinct()], cancellation);
        return found.ToDictionary(s => s.Id.Value, s => new RecordName(
            LocalizedText.InEach(l => people[s.PersonId].In(l.Tag) + " · " + partners[s.OrganisationId].Name.In(l.Tag)), ShowStay.AddressOf(s.Id)));
    }
}
