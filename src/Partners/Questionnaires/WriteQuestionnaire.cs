using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Questionnaires;

/// <summary>Begins a questionnaire, or changes what it is called, until when it is answered, and by whom.</summary>
internal static class WriteQuestionnaire
{
    private const string New = QuestionnaireList.Address + "/new";
    private const string Edit = ShowQuestionnaire.Route + "/edit";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(New, AskAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(New, BeginAsync).Requires(PartnersPermissions.Edit);
        routes.MapGet(Edit, ShowAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(Edit, ChangeAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> AskAsync(EditUnits units, Viewer viewer, CancellationToken cancellation) =>
        Page.Show<WriteQuestionnairePage>(new WriteQuestionnaireModel(null, FormReader.Empty, await units.OfAsync(viewer, PartnersPermissions.Edit, cancellation)));

    private static async Task<IResult> BeginAsync(HttpRequest request, AppDbContext db, FormBoard forms, EditUnits units, Viewer viewer, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        var unit = await units.ChosenAsync(sent, viewer, PartnersPermissions.Edit, cancellation);
        var said = Read(sent);
        if (!sent.IsValid || unit is null) return Page.Refuse<WriteQuestionnairePage>(new WriteQuestionnaireModel(null, sent, await units.OfAsync(viewer, PartnersPermissions.Edit, cancellation)));
        var begun = new Questionnaire { Title = said.Title, Lead = said.Lead, Until = said.Until, AsksColleagues = said.AsksColleagues, CreatedAt = db.Write.Now, UnitId = unit.Value };
        db.Add(begun);
        var form = forms.Add(begun.Ref(), unit.Value.Value, new(new([new("s1", LocalizedText.Empty, LocalizedText.Empty, [])]), 2));
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther("/forms/" + form);
    }

    private static async Task<IResult> ShowAsync(string id, QuestionnaireReading reading, Viewer viewer, CancellationToken cancellation) =>
        await reading.OfAsync(id, viewer, cancellation) is { MayEdit: true } model ? Page.Show<WriteQuestionnairePage>(new WriteQuestionnaireModel(model, FormReader.Empty, [])) : Results.NotFound();

    private static async Task<IResult> ChangeAsync(string id, HttpRequest request, AppDbContext db, QuestionnaireReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { MayEdit: true } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var said = Read(sent);
        var key = new Id<Questionnaire>(model.Key);
        var stored = await db.Set<Questionnaire>().VisibleTo(viewer).SingleAsync(q => q.Id == key, cancellation);
        if (sent.Number("token", 0, int.MaxValue) != stored.Version) sent.Refuse("", "questionnaires.changed");
        if (!sent.IsValid) return Page.Refuse<WriteQuestionnairePage>(new WriteQuestionnaireModel(model, sent, []));
        (stored.Title, stored.Lead, stored.Until, stored.AsksColleagues) = said;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address);
    }

    private static (LocalizedText Title, LocalizedText Lead, DateOnly? Until, bool AsksColleagues) Read(FormReader sent)
    {
        var (title, lead) = (Both(sent, "title", Questionnaire.LongestTitle, required: true), Both(sent, "lead", Questionnaire.LongestLead, required: false));
        return (title, lead, sent.Date("until"), sent.Flag("colleagues"));
    }

    private static LocalizedText Both(FormReader sent, string name, int most, bool required) => new(Language.All
        .Select(l => (l.Tag, Text: sent.Text($"{name}-{l.Segment}", most, required).ReplaceLineEndings("\n"))).Where(t => t.Text.Length > 0)
        .ToDictionary(t => t.Tag, t => t.Text, StringComparer.Ordinal));
}

/// <summary>What the page shows.</summary>
/// <param name="Questionnaire">The questionnaire; none: a new one.</param>
/// <param name="Sent">The page as it was sent.</param>
/// <param name="Units">The units a new one can be kept by.</param>
public sealed record WriteQuestionnaireModel(QuestionnaireModel? Questionnaire, FormReader Sent, IReadOnlyList<UnitCard> Units);
