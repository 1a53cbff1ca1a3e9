using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
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
        moving.MoveAsync(id, PartnersPermissions.SubmitAgreements, (_, _) => true, (a, _, road) => road.SubmitAsync(a, cancellation), cancellation);

    private static Task<IResult> WithdrawAsync(AgreementId id, Moving moving, CancellationToken cancellation) =>
        moving.MoveAsync(id, PartnersPermissions.EditAgreements, (form, _) => Reason(form), (a, form, road) => road.WithdrawAsync(a, form.Text("reason", 1000), cancellation), cancellation);

    private static Task<IResult> SendAsync(AgreementId id, Moving moving, CancellationToken cancellation) =>
        moving.MoveAsync(id, PartnersPermissions.SendAgreements, (_, _) => true, (a, _, road) => road.SendAsync(a, cancellation), cancellation);

    private static Task<IResult> SignAsync(AgreementId id, Moving moving, Documents documents, CancellationToken cancellation) => moving.MoveAsync(
        id,
        PartnersPermissions.SignAgreements,
        (form, _) =>
        {
            form.Date("signed-on", required: true);
            form.Text("signatory", 200, required: true);
            form.Text("party", 40, required: true);
            return form.IsValid;
        },
        (agreement, form, road) => road.SignAsync(
            agreement, SigningForm.PartyOf(form), form.Date("signed-on")!.Value, form.Text("signatory", 200), SigningForm.HashOf(form),
            SigningForm.Keeping(documents, agreement, 1, form, cancellation), cancellation),
        cancellation);

    private static Task<IResult> TerminateAsync(AgreementId id, Moving moving, CancellationToken cancellation) => moving.MoveAsync(
        id,
        PartnersPermissions.TerminateAgreements,
        (form, _) => form.Date("first-day-out", required: true) is not null & Reason(form),
        (a, form, road) => road.TerminateAsync(a, form.Date("first-day-out")!.Value, InThisLanguage(form.Text("reason", 1000)), cancellation),
        cancellation);

    private static Task<IResult> GiveNoticeAsync(AgreementId id, Moving moving, CancellationToken cancellation) => moving.MoveAsync(
        id,
        PartnersPermissions.TerminateAgreements,
        (form, _) => form.Date("notice-on", required: true) is not null & Reason(form),
        (a, form, road) => road.GiveNoticeAsync(a, form.Date("notice-on")!.Value, form.Text("reason", 1000), cancellation),
        cancellation);

    private static Task<IResult> DecideRenewalAsync(AgreementId id, Moving moving, CancellationToken cancellation) => moving.MoveAsync(
        id, PartnersPermissions.EditAgreements, (form, _) => Reason(form), (a, form, road) => road.DecideRenewalAsync(a, form.Text("reason", 1000), cancellation), cancellation);

    private static bool Reason(FormReader form)
    {
        form.Text("reason", 1000, required: true);
        return form.IsValid;
    }

    private static LocalizedText InThisLanguage(string text) => new(new Dictionary<string, string>(StringComparer.Ordinal) { [Language.Current.Tag] = text });
}

/// <summary>Reads what a step is about, lets it happen, and shows the page again where it cannot.</summary>
internal sealed class Moving(AppDbContext db, Viewer viewer, AgreementRoad road, AgreementViews views, TextCatalog texts, IHttpContextAccessor http)
{
    public async Task<IResult> MoveAsync(
        AgreementId id, string permission, Func<FormReader, Agreement, bool> reads, Func<Agreement, FormReader, AgreementRoad, Task<IReadOnlyList<string>>> step,
        CancellationToken cancellation)
    {
        if (await db.ToChangeAsync(viewer, id, permission, cancellation) is not { } agreement) return Results.NotFound();
        var form = await FormReader.ReadAsync(http.HttpContext!.Request, cancellation);
        var refusals = reads(form, agreement)
            ? await step(agreement, form, road)
            : [.. form.Errors.Select(e => texts[e.TextKey, e.Args])];
        if (refusals.Count == 0) return Page.SeeOther($"/agreements/{id}");
        db.ChangeTracker.Clear();
        return await views.OfAsync(id, cancellation, refusals) is { } view ? Page.Refuse<ShowAgreementPage>(view) : Results.NotFound();
    }
}

/// <summary>The form in which a signature is noted; the same for an agreement and an amendment.</summary>
internal static class SigningForm
{
    /// <summary>The word for the school's own university in the choice of parties.</summary>
    public const string School = "school";

    public static OrganisationId? PartyOf(FormReader form) => form.Raw("party") == School ? null : form.Key<OrganisationCard>("party");

    /// <summary>Keeps the signed text that was handed in, once nothing stands against the signature: what is refused leaves no file behind.</summary>
    public static Func<Task<string?>> Keeping(Documents documents, Agreement agreement, int version, FormReader form, CancellationToken cancellation) =>
        () => form.Files.GetFile("document") is { Length: > 0 } file
            ? documents.AddAsync(agreement, version, AgreementDocumentKind.Signed, file, cancellation)
            : Task.FromResult<string?>(null);

    /// <summary>The hash of the text one had before one's eyes.</summary>
    public static byte[] HashOf(FormReader form)
    {
        try
        {
            return Convert.FromHexString(form.Text("hash", 64));
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
