using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Agreements;

/// <summary>The steps of an agreement as its page offers them: each is posted, and answers with the page or with why it cannot be.</summary>
internal static class MoveAgreement
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/agreements/{id:guid}/submit", SubmitAsync).Requires(PartnersPermissions.SubmitAgreements);
        routes.MapPost("/agreements/{id:guid}/withdraw", WithdrawAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapPost("/agreements/{id:guid}/send", SendAsync).Requires(PartnersPermissions.SendAgreements);
        routes.MapPost("/agreements/{id:guid}/sign", SignAsync).Requires(PartnersPermissions.SignAgreements);
        routes.MapPost("/agreements/{id:guid}/terminate", TerminateAsync).Requires(PartnersPermissions.TerminateAgreements);
        routes.MapPost("/agreements/{id:guid}/notice", GiveNoticeAsync).Requires(PartnersPermissions.TerminateAgreements);
        routes.MapPost("/agreements/{id:guid}/decide-renewal", DecideRenewalAsync).Requires(PartnersPermissions.EditAgreements);
    }

    private static Task<IResult> SubmitAsync(AgreementId id, Moving moving, CancellationToken cancellation) =>
        moving.MoveAsync(id, PartnersPermissions.SubmitAgreements, "submit", (a, _, road) => road.SubmitAsync(a, cancellation), cancellation);

    private static Task<IResult> WithdrawAsync(AgreementId id, Moving moving, CancellationToken cancellation) =>
        moving.MoveAsync(id, PartnersPermissions.EditAgreements, "withdraw", (a, form, road) => Reasoned(form, reason => road.WithdrawAsync(a, reason, cancellation)), cancellation);

    private static Task<IResult> SendAsync(AgreementId id, Moving moving, CancellationToken cancellation) =>
        moving.MoveAsync(id, PartnersPermissions.SendAgreements, "send", (a, _, road) => road.SendAsync(a, cancellation), cancellation);

    private static Task<IResult> SignAsync(AgreementId id, Moving moving, CancellationToken cancellation) =>
        moving.MoveAsync(id, PartnersPermissions.SignAgreements, "sign", (a, form, road) => road.SignAsync(a, form, cancellation), cancellation);

    private static Task<IResult> TerminateAsync(AgreementId id, Moving moving, CancellationToken cancellation) => moving.MoveAsync(
        id, PartnersPermissions.TerminateAgreements, "terminate",
        (a, form, road) => Dated(form, "first-day-out", (on, reason) => road.TerminateAsync(a, on, InThisLanguage(reason), cancellation)), cancellation);

    private static Task<IResult> GiveNoticeAsync(AgreementId id, Moving moving, CancellationToken cancellation) => moving.MoveAsync(
        id, PartnersPermissions.TerminateAgreements, "notice",
        (a, form, road) => Dated(form, "notice-on", (on, reason) => road.GiveNoticeAsync(a, on, reason, cancellation)), cancellation);

    private static Task<IResult> DecideRenewalAsync(AgreementId id, Moving moving, CancellationToken cancellation) => moving.MoveAsync(
        id, PartnersPermissions.EditAgreements, "decide-renewal",
        (a, form, road) => Reasoned(form, reason => road.DecideRenewalAsync(a, reason, cancellation)), cancellation);

    /// <summary>Takes a step that asks for a reason, where it was given.</summary>
    internal static async Task<IReadOnlyList<string>> Reasoned(FormReader form, Func<string, Task<IReadOnlyList<string>>> step)
    {
        var reason = form.Text("reason", 1000, required: true);
        return form.IsValid ? await step(reason) : [];
    }

    private static Task<IReadOnlyList<string>> Dated(FormReader form, string field, Func<DateOnly, string, Task<IReadOnlyList<string>>> step)
    {
        var on = form.Date(field, required: true);
        return Reasoned(form, reason => step(on!.Value, reason));
    }

    private static LocalizedText InThisLanguage(string text) => new(new Dictionary<string, string>(StringComparer.Ordinal) { [Language.Current.Tag] = text });
}

/// <summary>Reads what a step is about, lets it happen, and shows the page again where it cannot, with what was entered.</summary>
internal sealed class Moving(AppDbContext db, Viewer viewer, AgreementRoad road, AgreementViews views, IHttpContextAccessor http)
{
    public async Task<IResult> MoveAsync(
        AgreementId id, string permission, string step, Func<Agreement, FormReader, AgreementRoad, Task<IReadOnlyList<string>>> take, CancellationToken cancellation)
    {
        if (await db.ToChangeAsync(viewer, id, permission, cancellation) is not { } agreement) return Results.NotFound();
        var form = await FormReader.ReadAsync(http.HttpContext!.Request, cancellation);
        var refusals = await take(agreement, form, road);
        if (refusals.Count == 0 && form.IsValid) return Page.SeeOther($"/agreements/{id}");
        db.ChangeTracker.Clear();
        return await views.OfAsync(id, cancellation, new(step, refusals, form)) is { } view ? Page.Refuse<ShowAgreementPage>(view) : Results.NotFound();
    }
}

/// <summary>A step that was refused: which, why, and the form as it was sent, so that nothing is typed twice.</summary>
/// <param name="Step">The step, as its address names it.</param>
/// <param name="Reasons">Why, beside what is wrong with a field.</param>
/// <param name="Form">The form.</param>
public sealed record RefusedStep(string Step, IReadOnlyList<string> Reasons, FormReader Form)
{
    public static RefusedStep None { get; } = new("", [], FormReader.Empty);

    /// <summary>The form where it was sent for this step; an empty one else.</summary>
    public FormReader FormOf(string step) => step == Step ? Form : FormReader.Empty;
}
