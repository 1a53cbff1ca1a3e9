using Entente.Foundation.Access;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Partners.Model;
using Entente.Ui.Links;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Questionnaires;

/// <summary>A questionnaire: what it asks, who was asked, who has answered.</summary>
internal static class ShowQuestionnaire
{
    public const string Route = QuestionnaireList.Address + "/{id}";

    public static string AddressOf(Id<Questionnaire> id) => $"{QuestionnaireList.Address}/{id}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).Requires(PartnersPermissions.View);

    private static async Task<IResult> ShowAsync(
        string id, HttpContext context, QuestionnaireReading reading, Viewer viewer, LinkOnce once, EntenteSettings settings, CancellationToken cancellation) =>
        await reading.OfAsync(id, viewer, cancellation) is { } model
            ? Page.Show<ShowQuestionnairePage>(model with { Made = MadeLink.Of(once.Take(context, model.Address), settings) })
            : Results.NotFound();
}
