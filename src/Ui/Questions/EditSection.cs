using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Web;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Questions;

/// <summary>The heading of a section and what stands under it.</summary>
internal static class EditSection
{
    private const string Route = EditForm.Route + "/sections/{section}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(FoundationPermissions.Forms);
        routes.MapPost(Route, WriteAsync).Requires(FoundationPermissions.Forms);
    }

    private static async Task<IResult> ShowAsync(string id, string section, FormReading reading, Viewer viewer, CancellationToken cancellation) =>
        await FindAsync(id, section, reading, viewer, cancellation) is { } model ? Page.Show<EditSectionPage>(model) : Results.NotFound();

    private static async Task<IResult> WriteAsync(
        string id, string section, HttpRequest request, FormReading reading, FormBoard forms, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await FindAsync(id, section, reading, viewer, cancellation) is not { } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var (title, help) = (EachLanguage.Of(sent, "title", FormLimits.Label), EachLanguage.Of(sent, "help", FormLimits.Help));
        var editing = model.Form.Form.Draft;
        var key = model.Section?.Id;
        if (key is null) (key, editing) = editing.NewId('s');
        if (editing.Content.Sections.Count >= FormLimits.Sections && model.Section is null) sent.Refuse("", "questions.problem.many", FormLimits.Sections, FormLimits.Questions);
        if (!sent.IsValid) return Page.Refuse<EditSectionPage>(model with { Sent = sent });
        db.Write.Action = FoundationPermissions.Forms;
        if (await forms.ChangeAsync(model.Form.Form, sent.Number("token", 0, int.MaxValue) ?? 0, editing.Put(new FormSection(key, title, help, [])), cancellation))
            return Page.SeeOther($"{model.Form.Address}#{key}");
        return await FindAsync(id, section, reading, viewer, cancellation) is { } now ? Stale(now with { Sent = sent, WasChanged = true }) : await EditForm.StaleAsync<EditFormPage>(id, reading, viewer, cancellation);
    }

    private static IResult Stale(EditSectionModel model)
    {
        var page = Page.Show<EditSectionPage>(model);
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private static async Task<EditSectionModel?> FindAsync(string id, string section, FormReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } form) return null;
        var found = form.Content.Sections.FirstOrDefault(s => s.Id == section);
        return found is null && section != "new" ? null : new(form, found);
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Form">The form.</param>
/// <param name="Section">The section; none: a new one.</param>
public sealed record EditSectionModel(FormModel Form, FormSection? Section)
{
    /// <summary>What was sent and refused.</summary>
    public FormReader Sent { get; init; } = FormReader.Empty;

    /// <summary>Whether somebody else changed the form meanwhile.</summary>
    public bool WasChanged { get; init; }
}
