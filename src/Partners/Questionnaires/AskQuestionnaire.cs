using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Questionnaires;

/// <summary>Sends the questionnaire to the partners chosen: to the first person there who has a mail address. Whoever has a link already keeps it.</summary>
internal static class AskQuestionnaire
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(ShowQuestionnaire.Route + "/ask", AskAsync).Requires(PartnersPermissions.Edit);

    private static async Task<IResult> AskAsync(
        string id, HttpContext context, AppDbContext db, QuestionnaireReading reading, QuestionnaireAsking asking, Viewer viewer, LinkOnce once,
        CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { MayEdit: true } model) return Results.NotFound();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var chosen = form.All("selected").ToHashSet(StringComparer.Ordinal);
        var days = form.Number("days", 1, OutsideLinks.MostDays, required: true);
        if (model.Form.Latest == 0) form.Refuse("", "questionnaires.unpublished");
        if (model.IsOver) form.Refuse("", "questionnaires.over");
        if (!form.IsValid || days is null) return Page.Refuse<ShowQuestionnairePage>(model with { Sent = form });
        db.Write.Action = "partners.questionnaire.ask";
        var (made, nobody) = (new List<(string Email, string Token)>(), new List<string>());
        foreach (var row in model.Rows.Where(r => chosen.Contains(r.Partner.Id.ToString()) && r.State is not LinkState.Open))
        {
            if (row.Contact is { } contact) made.Add((contact.Email, await asking.AskAsync(model.Key, model.Title, model.Unit, row.Partner, contact, days.Value, viewer, cancellation)));
            else nobody.Add(row.Partner.Name.ToString());
        }

        await db.SaveChangesAsync(cancellation);
        if (made is [var only] && nobody.Count == 0)
        {
            once.Keep(context, only.Email, OutsideLinks.PathOf(only.Token), model.Address);
            return Page.SeeOther(model.Address);
        }

        return await reading.OfAsync(id, viewer, cancellation) is { } now ? Page.Show<ShowQuestionnairePage>(now with { Asked = made.Count, Nobody = nobody }) : Results.NotFound();
    }
}

/// <summary>Asks somebody of a partner by a link; added to the caller's save.</summary>
internal sealed class QuestionnaireAsking(OutsideLinks links)
{
    /// <returns>The secret of the link.</returns>
    public Task<string> AskAsync(
        Guid questionnaire, LocalizedText title, Guid unit, OrganisationCard partner, QuestionnaireContact contact, int days, Viewer viewer, CancellationToken cancellation) => links.MakeAsync(
            new(
                AnswerQuestionnaire.Purpose, new(Questionnaire.RecordKind, questionnaire), AnswerQuestionnaire.InstanceOf(partner.Id),
                LocalizedText.InEach(l => $"{title.In(l.Tag)} · {partner.Name.In(l.Tag)}"), unit, contact.Person, contact.Name, contact.Email, Language.Of(contact.Language) ?? Language.English, days),
            viewer, cancellation);
}
