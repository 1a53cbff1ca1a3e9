using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
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

/// <summary>One version of an agreement's text: what it changed, how far it is, and its steps.</summary>
internal static class ShowVersion
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agreements/{id:guid}/versions/{number:int}", ShowAsync).Requires(PartnersPermissions.View);
        routes.MapPost("/agreements/{id:guid}/versions/{number:int}/submit", SubmitAsync).Requires(PartnersPermissions.SubmitAgreements);
        routes.MapPost("/agreements/{id:guid}/versions/{number:int}/withdraw", WithdrawAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapPost("/agreements/{id:guid}/versions/{number:int}/sign", SignAsync).Requires(PartnersPermissions.SignAgreements);
    }

    private static async Task<IResult> ShowAsync(AgreementId id, int number, VersionViews views, CancellationToken cancellation) =>
        await views.OfAsync(id, number, RefusedStep.None, cancellation) is { } view ? Page.Show<ShowVersionPage>(view) : Results.NotFound();

    private static Task<IResult> SubmitAsync(AgreementId id, int number, VersionViews views, Amending amending, CancellationToken cancellation) =>
        views.MoveAsync(id, number, PartnersPermissions.SubmitAgreements, "submit", (a, v, _) => amending.SubmitAsync(a, v, cancellation), cancellation);

    private static Task<IResult> WithdrawAsync(AgreementId id, int number, VersionViews views, Amending amending, CancellationToken cancellation) => views.MoveAsync(
        id, number, PartnersPermissions.EditAgreements, "withdraw",
        (a, v, form) => MoveAgreement.Reasoned(form, reason => amending.WithdrawAsync(a, v, reason, cancellation)), cancellation);

    private static Task<IResult> SignAsync(AgreementId id, int number, VersionViews views, Amending amending, CancellationToken cancellation) =>
        views.MoveAsync(id, number, PartnersPermissions.SignAgreements, "sign", (a, v, form) => amending.SignAsync(a, v, form, cancellation), cancellation);
}

/// <summary>Reads a version with what stands around it, and lets its steps happen.</summary>
internal sealed class VersionViews(
    AppDbContext db, Viewer viewer, TextCatalog texts, AgreementViews agreements, Signing signing, PartnerNames names, IApprovals approvals, IHttpContextAccessor http)
{
    public async Task<VersionView?> OfAsync(AgreementId id, int number, RefusedStep refused, CancellationToken cancellation)
    {
        if (await agreements.OfAsync(id, cancellation) is not { } agreement) return null;
        if (agreement.Agreement.Versions.Find(v => v.Number == number) is not { } version) return null;
        var before = Amending.BeforeOf(agreement.Agreement, version);
        var changes = before is null ? null : await ChangesAsync(agreement, before.Text, version.Text, cancellation);
        var asked = await approvals.OfAsync([version.Ref()], cancellation);
        return new()
        {
            Record = agreement,
            Version = version,
            Before = before,
            Changes = changes,
            Refused = refused,
            Approval = asked.GetValueOrDefault(version.Ref()),
            Signatures = await signing.StandingAsync(id, number, cancellation),
            Readiness = version.State is AmendmentState.Draft or AmendmentState.InReview or AmendmentState.Approved
                ? await signing.ReadinessAsync(SignedText.Of(agreement.Agreement, version), cancellation)
                : null,
        };
    }

    /// <summary>What one text says differently from another, in the language of the reader.</summary>
    public async Task<Difference> ChangesAsync(AgreementView agreement, AgreementContent before, AgreementContent after, CancellationToken cancellation) =>
        Difference.Of(before, after, texts, await names.OfTextsAsync(cancellation, before, after), agreement.Units);

    public async Task<IResult> MoveAsync(
        AgreementId id, int number, string permission, string step, Func<Agreement, AgreementVersion, FormReader, Task<IReadOnlyList<string>>> take, CancellationToken cancellation)
    {
        var agreement = await db.ToChangeAsync(viewer, id, permission, cancellation);
        if (agreement?.Versions.Find(v => v.Number == number && number > 1) is not { } version) return Results.NotFound();
        var form = await FormReader.ReadAsync(http.HttpContext!.Request, cancellation);
        var refusals = await take(agreement, version, form);
        if (refusals.Count == 0 && form.IsValid) return Page.SeeOther($"/agreements/{id}/versions/{number}");
        db.ChangeTracker.Clear();
        return await OfAsync(id, number, new(step, refusals, form), cancellation) is { } view ? Page.Refuse<ShowVersionPage>(view) : Results.NotFound();
    }
}

/// <summary>What the page of a version shows.</summary>
public sealed record VersionView
{
    internal VersionView()
    {
    }

    internal AgreementView Record { get; init; } = null!;

    internal AgreementVersion Version { get; init; } = null!;

    internal AgreementVersion? Before { get; init; }

    internal Difference? Changes { get; init; }

    internal RefusedStep Refused { get; init; } = RefusedStep.None;

    internal ApprovalCard? Approval { get; init; }

    /// <summary>What must be there before it is signed; none once it is.</summary>
    internal Readiness? Readiness { get; init; }

    internal IReadOnlyList<PartySignature> Signatures { get; init; } = [];

    internal string Address => $"{Record.Address}/versions/{Version.Number}";
}
