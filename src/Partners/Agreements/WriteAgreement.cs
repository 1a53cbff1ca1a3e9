using Entente.Contracts.Directory;
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
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Writes a new agreement, or a draft anew. The form works without JavaScript: a button for a row sends the whole form and shows it again.</summary>
internal static class WriteAgreement
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agreements/new", NewAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapPost("/agreements/new", AddAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapGet("/agreements/{id:guid}/edit", EditAsync).Requires(PartnersPermissions.EditAgreements);
        routes.MapPost("/agreements/{id:guid}/edit", PostAsync).Requires(PartnersPermissions.EditAgreements);
    }

    private static async Task<IResult> NewAsync(Drafting drafting, string? partner, string? kind, CancellationToken cancellation)
    {
        var rows = ContentForm.Of(new() { Number = await drafting.NextNumberAsync(cancellation), Title = LocalizedText.Empty, Kind = kind ?? "", Languages = ["en", "zh-Hans"] });
        if (partner is { Length: > 0 })
        {
            rows[Drafting.NewPartner] = partner;
            await drafting.AddPartyAsync(rows, cancellation);
        }

        return Page.Show<AgreementFormPage>(await ModelAsync(drafting, rows, rows.Reader(), null, cancellation));
    }

    private static async Task<IResult> AddAsync(HttpRequest request, Drafting drafting, AppDbContext db, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var rows = await FormRows.ReadAsync(request, cancellation);
        if (await drafting.ChangeRowsAsync(rows, cancellation)) return Page.Show<AgreementFormPage>(await ModelAsync(drafting, rows, rows.Reader(), null, cancellation));
        var (agreement, form) = await WriteAsync(rows, drafting, db, viewer, clock, cancellation);
        return agreement is not null ? Page.SeeOther($"/agreements/{agreement.Id}") : Page.Refuse<AgreementFormPage>(await ModelAsync(drafting, rows, form, null, cancellation));
    }

    /// <summary>Writes the draft that a form says and saves; none where something is wrong, which then stands in the form.</summary>
    public static async Task<(Agreement? Agreement, FormReader Form)> WriteAsync(
        FormRows rows, Drafting drafting, AppDbContext db, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        await drafting.TidyAsync(rows, cancellation);
        var form = rows.Reader();
        var content = ContentForm.Read(form);
        var unit = UnitOf(form, viewer);
        await drafting.CheckAsync(form, content, self: null, predecessor: null, cancellation);
        if (!form.IsValid || unit is not { } keeper) return (null, form);

        var agreement = Agreement.Write(content, await db.KindOfAsync(content.Kind, cancellation), keeper, predecessor: null, viewer.Now(clock));
        db.Add(agreement);
        db.Write.Action = PartnersPermissions.EditAgreements;
        await db.SaveChangesAsync(cancellation);
        return (agreement, form);
    }

    private static async Task<IResult> EditAsync(AgreementId id, Drafting drafting, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await db.DraftAsync(viewer, id, cancellation) is not { } agreement) return Results.NotFound();
        var rows = ContentForm.Of(agreement.Text);
        rows["unit"] = agreement.UnitId.ToString();
        rows["version"] = FormattableString.Invariant($"{agreement.Version}");
        return Page.Show<AgreementFormPage>(await ModelAsync(drafting, rows, rows.Reader(), agreement, cancellation));
    }

    private static async Task<IResult> PostAsync(
        AgreementId id, HttpRequest request, Drafting drafting, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await db.DraftAsync(viewer, id, cancellation) is not { } agreement) return Results.NotFound();
        var rows = await FormRows.ReadAsync(request, cancellation);
        if (await drafting.ChangeRowsAsync(rows, cancellation)) return Page.Show<AgreementFormPage>(await ModelAsync(drafting, rows, rows.Reader(), agreement, cancellation));
        var (isWritten, form) = await RewriteAsync(rows, agreement, drafting, db, viewer, cancellation);
        return isWritten ? Page.SeeOther($"/agreements/{id}") : Page.Refuse<AgreementFormPage>(await ModelAsync(drafting, rows, form, agreement, cancellation));
    }

    /// <summary>Writes a draft anew as a form says and saves; where something is wrong, it stands in the form.</summary>
    public static async Task<(bool IsWritten, FormReader Form)> RewriteAsync(
        FormRows rows, Agreement agreement, Drafting drafting, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        await drafting.TidyAsync(rows, cancellation);
        var form = rows.Reader();
        var content = ContentForm.Read(form);
        var unit = UnitOf(form, viewer);
        if (form.Number("version", 0, int.MaxValue) is { } version && version != agreement.Version) form.Refuse("", "agreements.wrong.changed-meanwhile");
        await drafting.CheckAsync(form, content, agreement.Id, agreement.PredecessorId, cancellation);
        if (!form.IsValid || unit is not { } keeper) return (false, form);

        agreement.UnitId = keeper;
        agreement.Rewrite(content, await db.KindOfAsync(content.Kind, cancellation));
        db.Write.Action = PartnersPermissions.EditAgreements;
        await db.SaveChangesAsync(cancellation);
        return (true, form);
    }

    private static UnitId? UnitOf(FormReader form, Viewer viewer)
    {
        var unit = form.Key<UnitCard>("unit", required: true);
        if (unit is null || viewer.May(PartnersPermissions.EditAgreements, unit.Value.Value)) return unit;
        form.Refuse("unit", "form.choice");
        return null;
    }

    private static async Task<AgreementFormModel> ModelAsync(
        Drafting drafting, FormRows rows, FormReader form, Agreement? agreement, CancellationToken cancellation) => new(
            form,
            agreement is null ? "/agreements/new" : $"/agreements/{agreement.Id}/edit",
            agreement is null ? "/agreements" : $"/agreements/{agreement.Id}",
            agreement is null ? FormPurpose.New : FormPurpose.Draft,
            await drafting.ChoicesAsync(rows, cancellation));
}

/// <summary>What the form of a text is for.</summary>
public enum FormPurpose
{
    /// <summary>A new agreement.</summary>
    New,

    /// <summary>A draft, written anew.</summary>
    Draft,

    /// <summary>An agreement that follows another.</summary>
    Renewal,

    /// <summary>An amendment of the text in force.</summary>
    Amendment,
}

/// <summary>What the form shows.</summary>
/// <param name="Form">Every value of the form, whether just begun or sent.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Back">Where one gets by leaving it.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Before">The agreement followed or amended, by number.</param>
public sealed record AgreementFormModel(FormReader Form, string Action, string Back, FormPurpose Purpose, AgreementFormChoices Choices, string? Before = null)
{
    /// <summary>Whether the form asks to confirm that it overlaps with another agreement.</summary>
    public bool AsksOverlap => Form.Errors.Any(e => e.Field == "confirm-overlap") || Form.Flag("confirm-overlap");
}
