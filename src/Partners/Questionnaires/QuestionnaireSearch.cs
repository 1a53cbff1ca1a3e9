using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Questionnaires;

/// <summary>Questionnaires are found by their title and by what those who answer read above it.</summary>
internal sealed class QuestionnaireSearch(TextCatalog texts) : SearchSource<Questionnaire>
{
    public override string Kind => "questionnaire";

    public override string Permission => PartnersPermissions.View;

    public override int Weight => 8;

    protected override Id<Questionnaire>? TouchedBy(object changed) => changed is Questionnaire questionnaire ? questionnaire.Id : null;

    protected override IQueryable<Id<Questionnaire>> Visible(AppDbContext db, Viewer viewer) => db.Set<Questionnaire>().VisibleTo(viewer).Select(q => q.Id);

    protected override async Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<Id<Questionnaire>> keys, CancellationToken cancellation)
    {
        var found = await db.Set<Questionnaire>().VisibleTo(Viewer.System).AsNoTracking().Where(q => keys.Contains(q.Id)).ToListAsync(cancellation);
        return [.. found.Select(q => new SearchText(q.Id.Value, q.Title, ShowQuestionnaire.AddressOf(q.Id))
        {
            Texts = [.. q.Lead.Texts.Values],
            Detail = q.Until is { } last ? texts.InEach("questionnaires.search.until", last) : null,
        })];
    }
}
