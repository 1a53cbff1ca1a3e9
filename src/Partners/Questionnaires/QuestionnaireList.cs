using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Questionnaires;

/// <summary>The questionnaires, the latest first, with how many have answered.</summary>
internal static class QuestionnaireList
{
    public const string Address = "/questionnaires";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, ShowAsync).Requires(PartnersPermissions.View);

    private static async Task<IResult> ShowAsync(HttpRequest request, AppDbContext db, FormBoard forms, AnswerBoard answers, Viewer viewer, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var page = await db.Set<Questionnaire>().VisibleTo(viewer).AsNoTracking().OrderByDescending(q => q.CreatedAt).ThenBy(q => q.Id).ToListPageAsync(query, cancellation);
        var asked = await forms.OfAsync(Questionnaire.RecordKind, [.. page.Items.Select(q => q.Id.Value)], cancellation);
        var counts = await answers.SubmittedAsync([.. asked.Values.Select(f => f.Id)], cancellation);
        var rows = page.Items.Select(q => new QuestionnaireLine(
            ShowQuestionnaire.AddressOf(q.Id), q.Title, q.Until, asked.TryGetValue(q.Id.Value, out var form) ? form.Latest : 0, counts.GetValueOrDefault(form.Id)));
        return Page.Show<QuestionnaireListPage>(new QuestionnaireListModel(new([.. rows], page.Total, query), viewer.May(PartnersPermissions.Edit)));
    }
}

/// <summary>What the list shows.</summary>
/// <param name="Page">The questionnaires.</param>
/// <param name="MayEdit">Whether the viewer may begin one.</param>
public sealed record QuestionnaireListModel(ListPage<QuestionnaireLine> Page, bool MayEdit);

/// <summary>A questionnaire as the list shows it.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Until">The last day answers are taken.</param>
/// <param name="Version">The latest version; 0: none is published.</param>
/// <param name="Answers">How many answers count.</param>
public sealed record QuestionnaireLine(string Address, LocalizedText Title, DateOnly? Until, int Version, int Answers);
