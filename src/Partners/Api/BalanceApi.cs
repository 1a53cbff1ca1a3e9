using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Api;

/// <summary>The places of signed agreements through the API: what was offered, used and is owed, partner by partner and year by year.</summary>
internal static class BalanceApi
{
    public static void Map(ApiRoutes api)
    {
        api.List<BalanceJson>("/balances", "listBalances", "Places offered, used and owed, of every signed agreement.", PartnersPermissions.View, ListAsync, knowsChanges: false);
        api.Record<BalanceJson>("/balances/{id}", "getBalance", "The same of one agreement, by its id.", PartnersPermissions.View, ShowAsync);
    }

    private static async Task<IResult> ListAsync(ApiQuery query, AppDbContext db, BalanceReading reading, Viewer viewer, CancellationToken cancellation)
    {
        var page = await Signed(db, viewer).ToApiPageAsync(query, a => a.Id, a => new BalanceJson(a.Id.ToString(), a.Number), cancellation);
        return page with { Items = await WithAccountsAsync(db, reading, viewer, page.Items, cancellation) };
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, BalanceReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (!AgreementId.TryParse(id, null, out var key)) return Results.NotFound();
        var found = await Signed(db, viewer).Where(a => a.Id == key).Select(a => new BalanceJson(a.Id.ToString(), a.Number)).ToListAsync(cancellation);
        return ApiRecord.Of((await WithAccountsAsync(db, reading, viewer, found, cancellation)).FirstOrDefault());
    }

    private static IQueryable<Agreement> Signed(AppDbContext db, Viewer viewer) => db.Set<Agreement>().VisibleTo(viewer).AsNoTracking().Where(a => a.SignedOn != null);

    private static async Task<IReadOnlyList<BalanceJson>> WithAccountsAsync(
        AppDbContext db, BalanceReading reading, Viewer viewer, IReadOnlyList<BalanceJson> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => AgreementId.Parse(r.Id, null)).ToList();
        var accounts = (await reading.OfAsync(Signed(db, viewer).Where(a => ids.Contains(a.Id)), null, cancellation)).ToLookup(a => a.Agreement.ToString(), AccountOf, StringComparer.Ordinal);
        return [.. rows.Select(r => r with { Accounts = [.. accounts[r.Id]] })];
    }

    private static AccountJson AccountOf(PlaceAccount account) => new(
        account.Partner.ToString(), account.IsReciprocal, account.Balance,
        [.. account.Years.Select(y => new YearJson(y.Year, y.IsForecast, SumsOf(y.Sums.Out), SumsOf(y.Sums.In), y.Lapsed, y.Balance))]);

    private static SumsJson SumsOf(PlaceSums sums) => new(sums.Offered, sums.Used, sums.People, sums.Carried + sums.Adjusted);
}

/// <summary>The places of an agreement; amounts are hundredths of a place, owed to the school where positive.</summary>
public sealed record BalanceJson(string Id, string Number) : IApiItem
{
    public IReadOnlyList<AccountJson> Accounts { get; init; } = [];
}

/// <summary>The account of one partner.</summary>
public sealed record AccountJson(string Partner, bool Reciprocal, int? Balance, IReadOnlyList<YearJson> Years);

/// <summary>One academic year, by the year it begins in.</summary>
public sealed record YearJson(int Year, bool IsForecast, SumsJson Out, SumsJson In, int Lapsed, int Balance);

/// <summary>One direction of a year.</summary>
public sealed record SumsJson(int Offered, int Used, int People, int Corrected);
