using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Questions;

/// <summary>One question, or one column of a table: its words in every language, its limits, when it is asked.</summary>
internal static class EditQuestion
{
    private const string Route = EditForm.Route + "/questions/{question}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(FoundationPermissions.Forms);
        routes.MapPost(Route, WriteAsync).Requires(FoundationPermissions.Forms);
    }

    private static async Task<IResult> ShowAsync(string id, string question, string? within, string? kind, FormReading reading, Viewer viewer, CancellationToken cancellation) =>
        await FindAsync(id, question, within, kind, reading, viewer, cancellation) is { } model ? Page.Show<EditQuestionPage>(model) : Results.NotFound();

    private static async Task<IResult> WriteAsync(
        string id, string question, string? within, string? kind, HttpRequest request, FormReading reading, FormBoard forms, AppDbContext db, TextCatalog texts, Viewer viewer,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, question, within, kind, reading, viewer, cancellation) is not { } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (sent.Raw("do") == "options") return Page.Show<EditQuestionPage>(model with { Sent = sent, Options = QuestionForm.OptionsShown(sent) + 5 });
        var editing = model.Form.Form.Draft;
        if (model.IsNew)
        {
            (var key, editing) = editing.NewId('q');
            model = model with { Question = model.Question with { Id = key } };
            if (editing.Content.Questions.Sum(q => 1 + q.Columns.Count) >= FormLimits.Questions) sent.Refuse("", "questions.problem.many", FormLimits.Sections, FormLimits.Questions);
            if (model.Table is { Columns.Count: >= FormLimits.Columns }) sent.Refuse("", "forms.columns.many", FormLimits.Columns);
        }

        (var written, editing) = QuestionForm.Read(sent, model.Question, editing, model.Before, texts);
        if (!sent.IsValid) return Page.Refuse<EditQuestionPage>(model with { Sent = sent });
        db.Write.Action = FoundationPermissions.Forms;
        if (!await forms.ChangeAsync(model.Form.Form, sent.Number("token", 0, int.MaxValue) ?? 0, editing.Put(written, model.Within), cancellation))
        {
            if (await FindAsync(id, question, within, kind, reading, viewer, cancellation) is not { } now) return await EditForm.StaleAsync<EditFormPage>(id, reading, viewer, cancellation);
            var page = Page.Show<EditQuestionPage>(now with { Sent = sent, WasChanged = true });
            page.StatusCode = StatusCodes.Status409Conflict;
            return page;
        }

        return Page.SeeOther(model.Table is { } table ? $"{model.Form.Address}/questions/{table.Id}#columns"
            : written.Kind == QuestionKind.Table && model.IsNew ? $"{model.Form.Address}/questions/{written.Id}#columns" : $"{model.Form.Address}#{written.Id}");
    }

    private static async Task<EditQuestionModel?> FindAsync(string id, string key, string? within, string? kind, FormReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } form) return null;
        if (key != "new")
        {
            if (form.Content.Find(key) is not { } found) return null;
            var table = form.Content.Questions.FirstOrDefault(q => q.Columns.Any(c => c.Id == key));
            return new(form, found, table?.Id ?? "", table, false);
        }

        if (!Enum.TryParse<QuestionKind>(kind, out var asked) || !Enum.IsDefined(asked) || within is null) return null;
        var into = form.Content.Find(within) is { Kind: QuestionKind.Table } of ? of : null;
        if (into is null && form.Content.Sections.All(s => s.Id != within)) return null;
        if (into is not null && !QuestionForm.MayBeColumn(asked)) return null;
        return new(form, new Question { Id = "new", Kind = asked }, within, into, true);
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Form">The form.</param>
/// <param name="Question">The question, or the column.</param>
/// <param name="Within">The section or table a new one is added to.</param>
/// <param name="Table">The table, where it is a column.</param>
/// <param name="IsNew">Whether it is new.</param>
public sealed record EditQuestionModel(FormModel Form, Question Question, string Within, Question? Table, bool IsNew)
{
    /// <summary>What was sent and refused.</summary>
    public FormReader Sent { get; init; } = FormReader.Empty;

    /// <summary>Whether somebody else changed the form meanwhile.</summary>
    public bool WasChanged { get; init; }

    /// <summary>How many lines for choices are shown at least.</summary>
    public int Options { get; init; }

    /// <summary>The questions that stand before it, which its condition can be about.</summary>
    public IReadOnlyList<Question> Before
    {
        get
        {
            if (Table is not null) return [];
            var all = Form.Content.Questions.ToList();
            if (!IsNew) return [.. all.TakeWhile(q => q.Id != Question.Id)];
            var last = Form.Content.Sections.ToList().FindIndex(s => s.Id == Within);
            return [.. Form.Content.Sections.Take(last + 1).SelectMany(s => s.Questions)];
        }
    }
}
