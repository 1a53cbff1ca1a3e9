using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Ledger;

/// <summary>The balance of an agreement, with its ledger, and of a partner, over all its agreements.</summary>
internal static class ShowBalance
{
    public const string AgreementRoute = "/agreements/{id}/balance";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(AgreementRoute, OfAgreementAsync).Requires(PartnersPermissions.View);
        routes.MapGet(ShowPartner.Route + "/balance", OfPartnerAsync).Requires(PartnersPermissions.View);
    }

    private static async Task<IResult> OfAgreementAsync(string id, BalancePages pages, Viewer viewer, CancellationToken cancellation) =>
        AgreementId.TryParse(id, null, out var key) && await pages.OfAgreementAsync(key, viewer, FormReader.Empty, cancellation) is { } model
            ? Page.Show<BalancePage>(model)
            : Results.NotFound();

    private static async Task<IResult> OfPartnerAsync(string id, BalancePages pages, Viewer viewer, CancellationToken cancellation) =>
        OrganisationId.TryParse(id, null, out var key) && await pages.OfPartnerAsync(key, viewer, cancellation) is { } model
            ? Page.Show<BalancePage>(model)
            : Results.NotFound();
}

/// <summary>Reads what the pages of a balance show.</summary>
internal sealed class BalancePages(AppDbContext db, IOrganisations organisations, BalanceReading balances, SchoolClock clock, AcademicCalendar calendar)
{
    /// <summary>The source of what is posted by hand.</summary>
    public const string ByHand = "partners.hand";

    public async Task<BalanceModel?> OfAgreementAsync(AgreementId id, Viewer viewer, FormReader form, CancellationToken cancellation)
    {
        var visible = db.Set<Agreement>().VisibleTo(viewer).Where(a => a.Id == id);
        var agreement = await visible.Select(a => new { a.Number, a.Title, a.UnitId, a.SignedOn }).SingleOrDefaultAsync(cancellation);
        if (agreement is null) return null;
        var mayPost = agreement.SignedOn is not null && viewer.May(PartnersPermissions.PostPlaces, agreement.UnitId.Value);
        var accounts = await balances.OfAsync(visible, null, cancellation);
        var partners = await CardsAsync(accounts, viewer, cancellation);
        var entries = await db.Set<PlaceEntry>().Of(visible).AsNoTracking()
            .OrderByDescending(e => e.AcademicYear).ThenByDescending(e => e.RecordedAt).ThenBy(e => e.Id).ToListAsync(cancellation);
        return new()
        {
            Title = $"{agreement.Number} {agreement.Title}",
            Record = "/agreements/" + id,
            Picture = PlacePicture.Of([.. accounts]),
            Accounts = accounts.Count < 2 ? [] : [.. accounts.Select(a => Line(a, partners[a.Partner].Name.ToString(), ShowPartner.AddressOf(a.Partner) + "/balance"))],
            Entries = [.. entries.Select(e => new EntryLine(e.Id.Value, e.AcademicYear, e.Direction, e.Kind, e.Place, e.Count, e.Hundredths)
            {
                Partner = e.OrganisationId is { } partner && partners.Count > 1 ? partners.GetValueOrDefault(partner)?.Name : null,
                Reason = e.Reason,
                RecordedOn = clock.DateOf(e.RecordedAt),
                WithdrawnOn = e.WithdrawnAt is { } at ? clock.DateOf(at) : null,
                WithdrawReason = e.WithdrawReason,
                MayWithdraw = mayPost && e.WithdrawnAt is null && e.SourceKind == ByHand,
            })],
            Partners = mayPost ? [.. accounts.Select(a => partners[a.Partner])] : [],
            CurrentYear = calendar.Of(clock.Today),
            Form = form,
        };
    }

    public async Task<BalanceModel?> OfPartnerAsync(OrganisationId id, Viewer viewer, CancellationToken cancellation)
    {
        if (await organisations.Cards(viewer).SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } partner) return null;
        var accounts = await OfPartnerAsync(id, viewer, null, cancellation);
        return new()
        {
            Title = partner.Name.ToString(),
            Record = ShowPartner.AddressOf(id),
            Picture = PlacePicture.Of(accounts),
            Accounts = [.. accounts.Select(a => Line(a, $"{a.Number} {a.Title}", $"/agreements/{a.Agreement}/balance"))],
        };
    }

    /// <summary>The accounts of one partner under the agreements a viewer may see.</summary>
    public async Task<IReadOnlyList<PlaceAccount>> OfPartnerAsync(OrganisationId id, Viewer viewer, DateOnly? asOf, CancellationToken cancellation) =>
    [
        .. (await balances.OfAsync(db.Set<Agreement>().VisibleTo(viewer).Where(a => a.Parties.Any(p => p.OrganisationId == id)), asOf, cancellation))
            .Where(a => a.Partner == id && a.Years.Any(y => y.Sums.Out != new PlaceSums() || y.Sums.In != new PlaceSums())),
    ];

    private static AccountLine Line(PlaceAccount account, string name, string address) =>
        new(name, address, account.Balance, account.Years.LastOrDefault(y => !y.IsForecast));

    private async Task<Dictionary<OrganisationId, OrganisationCard>> CardsAsync(IReadOnlyList<PlaceAccount> accounts, Viewer viewer, CancellationToken cancellation)
    {
        var keys = accounts.Select(a => a.Partner).ToList();
        return await organisations.Cards(viewer).Where(o => keys.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
    }
}
