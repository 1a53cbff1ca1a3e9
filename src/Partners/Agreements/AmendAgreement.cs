using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Agreements;

/// <summary>Writes an amendment: the form begins with the text in force; what is changed there is the amendment.</summary>
internal static class AmendAgreement
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agreements/{id:guid}/amend", BeginAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapPost("/agreements/{id:guid}/amend", AddAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapGet("/agreements/{id:guid}/versions/{number:int}/edit", EditAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapPost("/agreements/{id:guid}/versions/{number:int}/edit", RewriteAsync).Requires(PartnersPermissions.EditAgreements);
    }

    private static async Task<IResult> BeginAsync(AgreementId id, AppDbContext db, Viewer viewer, Drafting drafting, CancellationToken cancellation)
    {
        if (await db.ToChangeAsync(viewer, id, PartnersPermissions.EditAgreements, cancellation) is not { } agreement) return Results.NotFound();
        if (Amending.OpenOf(agreement) is { } open) return Page.SeeOther($"/agreements/{id}/versions/{open.Number}");
        if (!Amending.IsAmendable(agreement)) return Results.NotFound();
        var rows = ContentForm.Of(agreement.Text);
        return Page.Show<AgreementFormPage>(await ModelAsync(agreement, null, drafting, rows, rows.Reader(), cancellation));
    }

    private static async Task<IResult> AddAsync(
        AgreementId id, HttpRequest request, AppDbContext db, Viewer viewer, Drafting drafting, Amending amending, SchoolClock clock, CancellationToken cancellation)
    {
        if (await db.ToChangeAsync(viewer, id, PartnersPermissions.EditAgreements, cancellation) is not { } agreement || !Amending.IsAmendable(agreement)) return Results.NotFound();
        var rows = await FormRows.ReadAsync(request, cancellation);
        if (await ReadAsync(agreement, null, rows, drafting, amending, cancellation) is not { Input: { } input } read)
            return await AgainAsync(agreement, null, drafting, rows, cancellation);
        if (!read.Form.IsValid) return Page.Refuse<AgreementFormPage>(await ModelAsync(agreement, null, drafting, rows, read.Form, cancellation));
        var by = viewer.Now(clock);
        var version = new AgreementVersion(id, agreement.Versions.Max(v => v.Number) + 1, input.Content.ToJson())
        {
            State = AmendmentState.Draft,
            Title = input.Title,
            Reason = input.Reason,
            EffectiveOn = input.EffectiveOn,
            RecordedAt = by.At,
            AccountId = by.Account,
        };
        agreement.Versions.Add(version);
        db.Write.Action = PartnersPermissions.EditAgreements;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"/agreements/{id}/versions/{version.Number}");
    }

    private static async Task<IResult> EditAsync(AgreementId id, int number, AppDbContext db, Viewer viewer, Drafting drafting, CancellationToken cancellation)
    {
        var agreement = await db.ToChangeAsync(viewer, id, PartnersPermissions.EditAgreements, cancellation);
        if (agreement?.Versions.Find(v => v.Number == number && v.State == AmendmentState.Draft) is not { } version) return Results.NotFound();
        var rows = ContentForm.Of(version.Text);
        ContentForm.Put(rows, "amendment-title", version.Title ?? LocalizedText.Empty);
        ContentForm.Put(rows, "amendment-reason", version.Reason ?? LocalizedText.Empty);
        rows["amendment-effective-on"] = version.EffectiveOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return Page.Show<AgreementFormPage>(await ModelAsync(agreement, version, drafting, rows, rows.Reader(), cancellation));
    }

    private static async Task<IResult> RewriteAsync(
        AgreementId id, int number, HttpRequest request, AppDbContext db, Viewer viewer, Drafting drafting, Amending amending, CancellationToken cancellation)
    {
        var agreement = await db.ToChangeAsync(viewer, id, PartnersPermissions.EditAgreements, cancellation);
        if (agreement?.Versions.Find(v => v.Number == number && v.State == AmendmentState.Draft) is not { } version) return Results.NotFound();
        var rows = await FormRows.ReadAsync(request, cancellation);
        if (await ReadAsync(agreement, version, rows, drafting, amending, cancellation) is not { Input: { } input } read)
            return await AgainAsync(agreement, version, drafting, rows, cancellation);
        if (!read.Form.IsValid) return Page.Refuse<AgreementFormPage>(await ModelAsync(agreement, version, drafting, rows, read.Form, cancellation));
        version.Rewrite(input.Content);
        (version.Title, version.Reason, version.EffectiveOn) = (input.Title, input.Reason, input.EffectiveOn);
        db.Write.Action = PartnersPermissions.EditAgreements;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"/agreements/{id}/versions/{number}");
    }

    /// <summary>The input and what is wrong with it; no input where only a row was asked for.</summary>
    private static async Task<(FormReader Form, AmendmentInput? Input)> ReadAsync(
        Agreement agreement, AgreementVersion? version, FormRows rows, Drafting drafting, Amending amending, CancellationToken cancellation)
    {
        if (await drafting.ChangeRowsAsync(rows, cancellation)) return (rows.Reader(), null);
        await drafting.TidyAsync(rows, cancellation);
        rows["number"] = agreement.Number;
        rows["kind"] = agreement.Text.Kind;
        var form = rows.Reader();
        var content = ContentForm.Read(form);
        var title = ContentForm.Text(form, "amendment-title", 200);
        var reason = ContentForm.Text(form, "amendment-reason", 1000);
        if (title.Texts.Count == 0) form.Refuse("amendment-title-en", "form.required");
        if (reason.Texts.Count == 0) form.Refuse("amendment-reason-en", "form.required");
        var effectiveOn = form.Date("amendment-effective-on", required: true);
        await drafting.CheckAsync(form, content, agreement.Id, agreement.PredecessorId, cancellation);
        await amending.CheckAsync(form, agreement, content, effectiveOn, cancellation);
        return (form, new(content, title, reason, effectiveOn));
    }

    private static async Task<IResult> AgainAsync(Agreement agreement, AgreementVersion? version, Drafting drafting, FormRows rows, CancellationToken cancellation) =>
        Page.Show<AgreementFormPage>(await ModelAsync(agreement, version, drafting, rows, rows.Reader(), cancellation));

    private static async Task<AgreementFormModel> ModelAsync(
        Agreement agreement, AgreementVersion? version, Drafting drafting, FormRows rows, FormReader form, CancellationToken cancellation) => new(
            form,
            version is null ? $"/agreements/{agreement.Id}/amend" : $"/agreements/{agreement.Id}/versions/{version.Number}/edit",
            $"/agreements/{agreement.Id}", FormPurpose.Amendment, await drafting.ChoicesAsync(rows, cancellation), agreement.Number);

    private sealed record AmendmentInput(AgreementContent Content, LocalizedText Title, LocalizedText Reason, DateOnly? EffectiveOn);
}
