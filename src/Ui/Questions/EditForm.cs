using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Questions;

/// <summary>A form as it is written: its sections and questions in order, moved, copied and taken away by plain buttons; and its preview in every language.</summary>
internal static class EditForm
{
    public const string Route = "/forms/{id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(FoundationPermissions.Forms);
        routes.MapPost(Route + "/arrange", ArrangeAsync).Requires(FoundationPermissions.Forms);
        routes.MapGet(Route + "/preview", PreviewAsync).Requires(FoundationPermissions.Forms);
    }

    private static async Task<IResult> ShowAsync(string id, FormReading reading, Viewer viewer, CancellationToken cancellation) =>
        await reading.OfAsync(id, viewer, cancellation) is { } model ? Page.Show<EditFormPage>(model) : Results.NotFound();

    private static async Task<IResult> PreviewAsync(string id, FormReading reading, Rendering rendering, Viewer viewer, CancellationToken cancellation) =>
        await reading.OfAsync(id, viewer, cancellation) is { } model
            ? Page.Show<PreviewFormPage>(new PreviewModel(model, model.Content, await FormPreviews.InEachAsync(rendering, model.Content)))
            : Results.NotFound();

    private static async Task<IResult> ArrangeAsync(string id, HttpRequest request, FormReading reading, FormBoard forms, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (sent.Raw("do").Split('.') is not [var step, var key]) return Page.SeeOther(model.Address);
        var changed = step switch
        {
            "up" or "down" => model.Form.Draft.Move(key, step == "up"),
            "copy" => model.Form.Draft.Copy(key),
            "remove" => model.Form.Draft.Remove(key),
            _ => model.Form.Draft,
        };
        db.Write.Action = FoundationPermissions.Forms;
        if (!await forms.ChangeAsync(model.Form, sent.Number("token", 0, int.MaxValue) ?? 0, changed, cancellation)) return await StaleAsync<EditFormPage>(id, reading, viewer, cancellation);
        return Page.SeeOther(sent.Raw("back") is { Length: > 0 } back && model.Content.Find(back) is not null ? $"{model.Address}/questions/{back}#columns" : step == "remove" ? model.Address : $"{model.Address}#{key}");
    }

    /// <summary>The page as it is now, with the word that somebody else changed it and nothing was done.</summary>
    public static async Task<IResult> StaleAsync<TPage>(string id, FormReading reading, Viewer viewer, CancellationToken cancellation)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } now) return Results.NotFound();
        var page = Page.Show<TPage>(now with { WasChanged = true });
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }
}

/// <summary>A form in every language, side by side.</summary>
/// <param name="Form">The form.</param>
/// <param name="Content">What is shown: the draft, or a version.</param>
/// <param name="InEach">It, rendered in each language.</param>
public sealed record PreviewModel(FormModel Form, FormContent Content, IReadOnlyList<(Foundation.Texts.Language Language, Microsoft.AspNetCore.Components.MarkupString Shown)> InEach)
{
    /// <summary>The version shown; none: the draft.</summary>
    public FormVersionCard? Version { get; init; }

    /// <summary>The version before it.</summary>
    public FormVersionCard? Before { get; init; }
}

internal static class FormPreviews
{
    public static async Task<IReadOnlyList<(Foundation.Texts.Language Language, Microsoft.AspNetCore.Components.MarkupString Shown)>> InEachAsync(Rendering rendering, FormContent content)
    {
        var all = new List<(Foundation.Texts.Language, Microsoft.AspNetCore.Components.MarkupString)>();
        foreach (var language in Foundation.Texts.Language.All)
            all.Add((language, await rendering.InAsync<FormPreview>(language, new FormPreviewModel(content, language.Segment))));
        return all;
    }
}

/// <summary>A form as those who answer see it.</summary>
/// <param name="Content">What it asks.</param>
/// <param name="Scope">Tells its elements apart from those of the other language.</param>
public sealed record FormPreviewModel(FormContent Content, string Scope);
