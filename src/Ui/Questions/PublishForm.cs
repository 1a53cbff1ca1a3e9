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

/// <summary>Publishes what was written as the next version, with what changes in view; and shows published versions, which never change.</summary>
internal static class PublishForm
{
    private const string Version = EditForm.Route + "/versions/{number:int}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EditForm.Route + "/publish", AskAsync).Requires(FoundationPermissions.Forms);
        routes.MapPost(EditForm.Route + "/publish", PublishAsync).Requires(FoundationPermissions.Forms);
        routes.MapGet(Version, ShowAsync).Requires(FoundationPermissions.Forms);
        routes.MapPost(Version + "/close", CloseAsync).Requires(FoundationPermissions.Forms);
    }

    private static async Task<IResult> AskAsync(string id, FormReading reading, Viewer viewer, CancellationToken cancellation) =>
        await reading.OfAsync(id, viewer, cancellation) is { } model ? Page.Show<PublishFormPage>(model) : Results.NotFound();

    private static async Task<IResult> PublishAsync(string id, HttpRequest request, FormReading reading, FormBoard forms, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (!model.HasChanges) return Page.SeeOther(model.Address);
        if (model.Problems.Count > 0) sent.Refuse("", "forms.publish.problems");
        if (!sent.IsValid) return Page.Refuse<PublishFormPage>(model with { Sent = sent });
        db.Write.Action = "foundation.forms.publish";
        return await forms.PublishAsync(model.Form, sent.Number("token", 0, int.MaxValue) ?? 0, sent.Raw("earlier") != "close", viewer, cancellation)
            ? Page.SeeOther(model.Subject.Address)
            : await EditForm.StaleAsync<PublishFormPage>(id, reading, viewer, cancellation);
    }

    private static async Task<IResult> ShowAsync(string id, int number, FormReading reading, Rendering rendering, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } model || model.Versions.FirstOrDefault(v => v.Number == number) is not { } version) return Results.NotFound();
        return Page.Show<PreviewFormPage>(new PreviewModel(model, version.Content, await FormPreviews.InEachAsync(rendering, version.Content))
        {
            Version = version,
            Before = model.Versions.FirstOrDefault(v => v.Number == number - 1),
        });
    }

    private static async Task<IResult> CloseAsync(string id, int number, FormReading reading, FormBoard forms, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } model) return Results.NotFound();
        db.Write.Action = "foundation.forms.close";
        await forms.CloseAsync(model.Form, number, cancellation);
        return Page.SeeOther($"{model.Address}/versions/{number}");
    }
}
