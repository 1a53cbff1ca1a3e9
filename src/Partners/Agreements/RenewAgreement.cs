using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Agreements;

/// <summary>Writes the agreement that follows another: the same text for the next term, to be changed as agreed. It supersedes the other when it takes effect.</summary>
internal static class RenewAgreement
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agreements/{id:guid}/renew", BeginAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapPost("/agreements/{id:guid}/renew", AddAsync).Requires(PartnersPermissions.EditAgreements);
    }

    private static async Task<IResult> BeginAsync(AgreementId id, AppDbContext db, Viewer viewer, Drafting drafting, SchoolClock clock, CancellationToken cancellation)
    {
        if (await RenewableAsync(db, viewer, id, cancellation) is not { } before) return Results.NotFound();
        var rows = ContentForm.Of(Next(before, clock.Today) with { Number = await drafting.NextNumberAsync(cancellation) });
        rows["unit"] = before.UnitId.ToString();
        return Page.Show<AgreementFormPage>(await ModelAsync(before, drafting, rows, rows.Reader(), cancellation));
    }

    private static async Task<IResult> AddAsync(
        AgreementId id, HttpRequest request, AppDbContext db, Viewer viewer, Drafting drafting, SchoolClock clock, CancellationToken cancellation)
    {
        if (await RenewableAsync(db, viewer, id, cancellation) is not { } before) return Results.NotFound();
        var rows = await FormRows.ReadAsync(request, cancellation);
        if (await drafting.ChangeRowsAsync(rows, cancellation)) return Page.Show<AgreementFormPage>(await ModelAsync(before, drafting, rows, rows.Reader(), cancellation));
        await drafting.TidyAsync(rows, cancellation);
        var form = rows.Reader();
        var content = ContentForm.Read(form);
        var unit = form.Key<UnitCard>("unit", required: true);
        if (unit is { } chosen && !viewer.May(PartnersPermissions.EditAgreements, chosen.Value)) form.Refuse("unit", "form.choice");
        if (content.EffectiveOn <= before.EffectiveOn) form.Refuse("effective-on", "agreements.wrong.follows-earlier");
        await drafting.CheckAsync(form, content, self: null, id, cancellation);
        if (!form.IsValid || unit is not { } keeper) return Page.Refuse<AgreementFormPage>(await ModelAsync(before, drafting, rows, form, cancellation));

        var agreement = Agreement.Write(content, await db.KindOfAsync(content.Kind, cancellation), keeper, id, viewer.Now(clock));
        agreement.ResponsibleId = before.ResponsibleId;
        agreement.ResponsiblePersonId = before.ResponsiblePersonId;
        agreement.LiaisonId = before.LiaisonId;
        db.Add(agreement);
        db.Write.Action = PartnersPermissions.EditAgreements;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"/agreements/{agreement.Id}");
    }

    /// <summary>Whether an agreement in this state can be followed by another.</summary>
    public static bool IsRenewable(AgreementState state) => state is AgreementState.Active or AgreementState.Signed or AgreementState.Expired or AgreementState.Terminated;

    /// <summary>The text for the term after: it begins the day after the last, and is as long.</summary>
    private static AgreementContent Next(Agreement before, DateOnly today)
    {
        var text = before.Text;
        var begin = before.LastDay is { } last ? last.AddDays(1) : today;
        if (text is not { EffectiveOn: { } from, EndsOn: { } to }) return text with { EffectiveOn = begin };
        var months = ((to.AddDays(1).Year - from.Year) * 12) + to.AddDays(1).Month - from.Month;
        return text with { EffectiveOn = begin, EndsOn = begin.AddMonths(Math.Max(1, months)).AddDays(-1) };
    }

    private static async Task<Agreement?> RenewableAsync(AppDbContext db, Viewer viewer, AgreementId id, CancellationToken cancellation) =>
        await db.ToChangeAsync(viewer, id, PartnersPermissions.EditAgreements, cancellation) is { } agreement && IsRenewable(agreement.State) ? agreement : null;

    private static async Task<AgreementFormModel> ModelAsync(
        Agreement before, Drafting drafting, FormRows rows, Entente.Foundation.Web.FormReader form, CancellationToken cancellation) => new(
            form, $"/agreements/{before.Id}/renew", $"/agreements/{before.Id}", FormPurpose.Renewal, await drafting.ChoicesAsync(rows, cancellation), before.Number);
}
