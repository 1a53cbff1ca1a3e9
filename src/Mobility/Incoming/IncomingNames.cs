using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>Names incoming students on pages of other rooms, to those who may see them.</summary>
internal sealed class IncomingStudentNames(AppDbContext db, StayNames names) : IRecordNames
{
    public string Kind => IncomingStudent.RecordKind;

    public async Task<IReadOnlyDictionary<Guid, RecordName>> VisibleAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new Id<IncomingStudent>(k)).ToList();
        var found = await db.Set<IncomingStudent>().VisibleTo(viewer).AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellation);
        var partners = await names.PartnersAsync([.. found.Select(s => s.OrganisationId).Distinct()], cancellation);
        return found.ToDictionary(s => s.Id.Value, s => new RecordName(LocalizedText.InEach(l => s.Name.In(l.Tag) + " · " + partners[s.OrganisationId].Name.In(l.Tag)), ShowIncomingStudent.AddressOf(s.Id)));
    }
}

/// <summary>Names invitations to nominate by their partner.</summary>
internal sealed class IncomingInvitationNames(AppDbContext db, StayNames names) : IRecordNames
{
    public string Kind => IncomingInvitation.RecordKind;

    public async Task<IReadOnlyDictionary<Guid, RecordName>> VisibleAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new Id<IncomingInvitation>(k)).ToList();
        var found = await db.Set<IncomingInvitation>().VisibleTo(viewer).AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(cancellation);
        var partners = await names.PartnersAsync([.. found.Select(i => i.OrganisationId).Distinct()], cancellation);
        return found.ToDictionary(i => i.Id.Value, i => new RecordName(partners[i.OrganisationId].Name, ShowIncomingPartner.AddressOf(i.OrganisationId, i.AcademicYear)));
    }
}

/// <summary>What whoever may excuse a check before an admission needs to see of the student.</summary>
internal sealed class AdmissionEvidence(IncomingStudentReading students, TextCatalog texts) : IDecisionEvidence
{
    public string Kind => IncomingStudent.RecordKind;

    public async Task<DecisionEvidence?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        if (await students.OfAsync(key.ToString("N"), viewer, cancellation) is not { } student) return null;
        return new(
            LocalizedText.InEach(l => student.Name.In(l.Tag) + " · " + student.Partner.Name.In(l.Tag)), student.Address, new(student.UnitKey), [student.Partner.Country], null,
            [
                new("stays.partner", student.Partner.Name, "/partners/" + student.Partner.Id),
                new("incoming.form", student.Form),
                new("stays.when", LocalizedText.InEach(l => texts.DateIn(l, student.From) + " – " + texts.DateIn(l, student.Until))),
            ],
            [.. student.Papers.OrderBy(p => p.Key).Select(p => new EvidenceDocument(texts.InEach("incoming.paper." + p.Key), p.Value.Address))]);
    }
}
