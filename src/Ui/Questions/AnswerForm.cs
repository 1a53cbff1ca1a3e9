using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Questions;

/// <summary>Somebody signed in answers a form in their own name, where the record that owns it lets them.</summary>
internal static class AnswerForm
{
    private const string Route = "/forms/{id}/answer";

    public static string AddressOf(Id<FormTag> form) => $"/forms/{form}/answer";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, SendAsync).ForAccounts().WithMetadata(new UploadLimit(FormLimits.Sent));
        routes.MapPost(Route + "/withdraw", WithdrawAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(string id, FormDoor door, Filling filling, Viewer viewer, CancellationToken cancellation) =>
        await door.OpenAsync(id, viewer, cancellation) is var (form, who) ? await filling.ShowAsync(form, who, AddressOf(form.Id), cancellation) : Results.NotFound();

    private static async Task<IResult> SendAsync(string id, FormDoor door, Filling filling, Viewer viewer, CancellationToken cancellation) =>
        await door.OpenAsync(id, viewer, cancellation) is var (form, who) ? await filling.SendAsync(form, who, AddressOf(form.Id), cancellation) : Results.NotFound();

    private static async Task<IResult> WithdrawAsync(string id, FormDoor door, Filling filling, AnswerWriting writing, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await door.OpenAsync(id, viewer, cancellation) is not var (form, who)) return Results.NotFound();
        if (await filling.SubmittedAsync(form, who, AddressOf(form.Id), cancellation) is { IsOver: false })
        {
            db.Write.Action = "foundation.forms.withdraw";
            await writing.WithdrawAsync(form, who, cancellation);
        }

        return Page.SeeOther(AddressOf(form.Id));
    }
}

/// <summary>Lets those in who may answer a form in their own name: as the record that owns it says, and whoever has begun already.</summary>
internal sealed class FormDoor(FormBoard forms, AnswerBoard answers, IEnumerable<IFormOwner> owners)
{
    public async Task<(FormCard Form, Respondent Who)?> OpenAsync(string id, Viewer viewer, CancellationToken cancellation)
    {
        if (!Id<FormTag>.TryParse(id, null, out var key) || viewer.Account is not { } account) return null;
        if (await forms.FindAsync(key, Viewer.System, cancellation) is not { Latest: > 0 } form) return null;
        var who = new Respondent(account, null, viewer.Name, null);
        var subject = owners.FirstOrDefault(o => o.Kind == form.Owner.Kind) is { } owner ? await owner.OfAsync(form.Owner.Key, viewer, cancellation) : null;
        if (subject is null) return null;
        return subject.MayAnswer || await answers.OfAsync(key, who, cancellation) is not null ? (form, who) : null;
    }
}
