using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Papers;

/// <summary>Names study plans in the register of documents, to those who may see their stays.</summary>
internal sealed class PlanNames(AppDbContext db, StayPapers stays) : IRecordNames
{
    public string Kind => StudyPlan.RecordKind;

    public async Task<IReadOnlyDictionary<Guid, RecordName>> VisibleAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new Id<StudyPlan>(k)).ToList();
        var found = await db.Set<StudyPlan>().Of(db.Set<Stay>().VisibleTo(viewer)).AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.StayId }).ToListAsync(cancellation);
        var titles = await stays.TitlesAsync([.. found.Select(p => p.StayId).Distinct()], viewer, cancellation);
        return found.Where(p => titles.ContainsKey(p.StayId)).ToDictionary(p => p.Id.Value, p => new RecordName(titles[p.StayId], ShowStay.AddressOf(p.StayId) + "/plan"));
    }
}

/// <summary>Names nominations in the register of documents, to those who may see them.</summary>
internal sealed class NominationNames(AppDbContext db, StayNames names) : IRecordNames
{
    public string Kind => Nomination.RecordKind;

    public async Task<IReadOnlyDictionary<Guid, RecordName>> VisibleAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new Id<Nomination>(k)).ToList();
        var found = await db.Set<Nomination>().VisibleTo(viewer).AsNoTracking().Where(n => ids.Contains(n.Id)).Select(n => new { n.Id, n.CallId, n.PersonId }).ToListAsync(cancellation);
        var people = await names.PersonsAsync([.. found.Select(n => n.PersonId).Distinct()], cancellation);
        return found.ToDictionary(n => n.Id.Value, n => new RecordName(people[n.PersonId], $"{CallList.Address}/{n.CallId}/nominations"));
    }
}
