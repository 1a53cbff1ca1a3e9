using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Questionnaires;

/// <summary>Says of questionnaires what their forms are for, and who may answer signed in: colleagues who see partners of the unit.</summary>
internal sealed class QuestionnaireForms(AppDbContext db) : IFormOwner
{
    public string Kind => Questionnaire.RecordKind;

    public async Task<FormSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var id = new Id<Questionnaire>(key);
        return await db.Set<Questionnaire>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(q => q.Id == id, cancellation) is { } found
            ? new(found.Title, found.Lead, ShowQuestionnaire.AddressOf(found.Id), found.Until, found.AsksColleagues && viewer.May(PartnersPermissions.View, found.UnitId.Value))
            : null;
    }
}

/// <summary>Names questionnaires on pages about records of every room.</summary>
internal sealed class QuestionnaireNames(AppDbContext db) : IRecordNames
{
    public string Kind => Questionnaire.RecordKind;

    public async Task<IReadOnlyDictionary<Guid, RecordName>> VisibleAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new Id<Questionnaire>(k)).ToList();
        return await db.Set<Questionnaire>().VisibleTo(viewer).Where(q => ids.Contains(q.Id)).Select(q => new { q.Id, q.Title })
            .ToDictionaryAsync(q => q.Id.Value, q => new RecordName(q.Title, ShowQuestionnaire.AddressOf(q.Id)), cancellation);
    }
}
