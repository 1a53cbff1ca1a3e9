using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Questionnaires;

/// <summary>Questionnaires that ask colleagues and that one has not answered yet.</summary>
internal sealed class QuestionnairesOnDesk(AppDbContext db, FormBoard forms, AnswerBoard answers, TextCatalog texts, SchoolClock clock) : IDeskSource
{
    private const int Most = 10;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Account is not { } account || !viewer.May(PartnersPermissions.View)) return [];
        var today = clock.Today;
        var open = await db.Set<Questionnaire>().VisibleTo(viewer).AsNoTracking().Where(q => q.AsksColleagues && (q.Until == null || q.Until >= today))
            .OrderByDescending(q => q.CreatedAt).Take(Most).ToListAsync(cancellation);
        if (open.Count == 0) return [];
        var published = (await forms.OfAsync(Questionnaire.RecordKind, [.. open.Select(q => q.Id.Value)], cancellation)).Where(f => f.Value.Latest > 0).ToDictionary(f => f.Key, f => f.Value.Id);
        var answered = await answers.SubmittedByAsync(account, published.Values, cancellation);
        return [.. open.Where(q => published.TryGetValue(q.Id.Value, out var form) && !answered.Contains(form)).Select(q => new DeskLine(
            texts.InEach("questionnaires.desk", q.Title),
            $"/forms/{published[q.Id.Value]}/answer", "questionnaires.desk.open", q.Until, "form"))];
    }
}
