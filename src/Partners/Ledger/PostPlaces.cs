using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Ledger;

/// <summary>Posts by hand to the ledger of an agreement what was carried over or agreed with the partner, and takes such a row back.</summary>
internal static class PostPlaces
{
    private const int LongestReason = 1000;
    private const int MostPlaces = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(ShowBalance.AgreementRoute, PostAsync).Requires(PartnersPermissions.PostPlaces);
        routes.MapPost(ShowBalance.AgreementRoute + "/{entry}/withdraw", WithdrawAsync).Requires(PartnersPermissions.PostPlaces);
    }

    private static async Task<IResult> PostAsync(string id, HttpRequest request, AppDbContext db, BalancePages pages, Viewer viewer, CancellationToken cancellation)
    {
        if (!AgreementId.TryParse(id, null, out var agreement)) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await pages.OfAgreementAsync(agreement, viewer, form, cancellation) is not { Partners.Count: > 0 } model) return Results.NotFound();
        var kind = form.Choice("kind", PlaceEntryKind.Adjusted);
        if (kind is not (PlaceEntryKind.Adjusted or PlaceEntryKind.Carried)) form.Refuse("kind", "form.choice");
        var direction = form.Choice("direction", PlaceDirection.Out);
        var year = form.Number("year", model.CurrentYear - 30, model.CurrentYear + Forecasting.YearsAhead, required: true);
        var hundredths = Amount(form);
        var reason = form.Text("reason", LongestReason, required: true);
        var partner = model.Partners.Count == 1 ? model.Partners[0].Id : form.Key<OrganisationCard>("partner", required: true);
        if (partner is { } chosen && model.Partners.All(p => p.Id != chosen)) form.Refuse("partner", "form.choice");
        if (!form.IsValid) return Page.Refuse<BalancePage>(model);

        db.Add(new PlaceEntry
        {
            AgreementId = agreement,
            OrganisationId = partner,
            AcademicYear = year!.Value,
            Direction = direction,
            Kind = kind,
            Hundredths = hundredths!.Value,
            SourceKind = BalancePages.ByHand,
            SourceKey = Guid.CreateVersion7(),
            Reason = reason,
            RecordedAt = db.Write.Now,
        });
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address + "#ledger");
    }

    private static async Task<IResult> WithdrawAsync(
        string id, string entry, HttpRequest request, AppDbContext db, BalancePages pages, Viewer viewer, CancellationToken cancellation)
    {
        if (!AgreementId.TryParse(id, null, out var agreement) || !Guid.TryParse(entry, out var key)) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await pages.OfAgreementAsync(agreement, viewer, form, cancellation) is not { } model || !model.Entries.Any(e => e.Key == key && e.MayWithdraw))
            return Results.NotFound();
        var reason = form.Text("reason", LongestReason, required: true);
        if (!form.IsValid) return Page.Refuse<BalancePage>(model);
        var row = await db.Set<PlaceEntry>().Of(db.Set<Agreement>().VisibleTo(viewer)).SingleAsync(e => e.Id == new Id<PlaceEntry>(key), cancellation);
        row.Withdraw(db.Write.Now, reason);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address + "#ledger");
    }

    // Places with at most two decimals, kept in hundredths; never zero.
    private static int? Amount(FormReader form)
    {
        var text = form.Text("amount", 20, required: true).Replace('−', '-').Replace(',', '.');
        if (text.Length == 0) return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var places)
            && Math.Abs(places) <= MostPlaces && places != 0 && decimal.Round(places, 2) == places) return (int)(places * 100);
        form.Refuse("amount", "partners.balance.amount.wrong", MostPlaces);
        return null;
    }
}
