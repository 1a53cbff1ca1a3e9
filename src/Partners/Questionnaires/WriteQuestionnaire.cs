using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Forms;
using Entente.Ui.Lists;
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
    private const int Most = 50;
    private const string Edit = ShowQuestionnaire.Route + "/edit";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(New, AskAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(New, BeginAsync).Requires(PartnersPermissions.Edit);
        routes.MapGet(Edit, ShowAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(Edit, ChangeAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> AskAsync(AppDbContext db, EditUnits units, Viewer viewer, CancellationToken cancellation) =>
        Page.Show<WriteQuestionnairePage>(await NewAsync(FormReader.Empty, db, units, viewer, cancellation));

    private static async Task<IResult> BeginAsync(HttpRequest request, AppDbContext db, FormBoard forms, EditUnits units, Viewer viewer, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        var unit = await units.ChosenAsync(sent, viewer, PartnersPermissions.Edit, cancellation);
        var said = Read(sent);
        var like = await LikeAsync(sent, db, forms, viewer, cancellation);
        if (!sent.IsValid || unit is null) return Page.Refuse<WriteQuestionnairePage>(await NewAsync(sent, db, units, viewer, cancellation));
        var begun = new Questionnaire { Title = said.Title, Lead = said.Lead, Until = said.Until, AsksColleagues = said.AsksColleagues, CreatedAt = db.Write.Now, UnitId = unit.Value };
        db.Add(begun);
        var form = forms.Add(begun.Ref(), unit.Value.Value, like ?? new(new([new("s1", LocalizedText.Empty, LocalizedText.Empty, [])]), 2));
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther("/forms/" + form);
    }

    private static async Task<WriteQuestionnaireModel> NewAsync(FormReader sent, AppDbContext db, EditUnits units, Viewer viewer, CancellationToken cancellation)
    {
        var others = await db.Set<Questionnaire>().VisibleTo(viewer).AsNoTracking().OrderByDescending(q => q.CreatedAt).Take(Most).Select(q => new { q.Id, q.Title }).ToListAsync(cancellation);
        return new(null, sent, await units.OfAsync(viewer, PartnersPermissions.Edit, cancellation)) { Others = [.. others.Select(o => new Choice(o.Id.ToString(), o.Title.ToString()))] };
    }

    // The questions another one asks now, for its next year; its keys stay, so that the years compare.
    private static async Task<FormEditing?> LikeAsync(FormReader sent, AppDbContext db, FormBoard forms, Viewer viewer, CancellationToken cancellation)
    {
        if (sent.Key<Questionnaire>("like") is not { } key) return null;
        var other = await db.Set<Questionnaire>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(q => q.Id == key, cancellation);
        if (other is not null && await forms.OfAsync(other.Ref(), Viewer.System, cancellation) is { } form) return form.Draft;
        sent.Refuse("like", "form.choice");
        return null;
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
        var (title, lead) = (EachLanguage.Of(sent, "title", Questionnaire.LongestTitle, required: true), EachLanguage.Of(sent, "lead", Questionnaire.LongestLead));
        return (title, lead, sent.Date("until"), sent.Flag("colleagues"));
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Questionnaire">The questionnaire; none: a new one.</param>
/// <param name="Sent">The page as it was sent.</param>
/// <param name="Units">The units a new one can be kept by.</param>
public sealed record WriteQuestionnaireModel(QuestionnaireModel? Questionnaire, FormReader Sent, IReadOnlyList<UnitCard> Units)
{
    /// <summary>The questionnaires a new one can begin with the questions of.</summary>
    public IReadOnlyList<Choice> Others { get; init; } = [];
}
