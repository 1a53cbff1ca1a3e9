using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Partners.Answers;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Ledger;

/// <summary>All partners with whom places are held against each other, the greatest imbalance first.</summary>
internal static class BalanceList
{
    public const string Address = "/balances";

    private static readonly IReadOnlyList<TableColumn<BalanceRow>> Columns =
    [
        new("Partner", r => r.Partner.Name.En),
        new("Partner (Chinese)", r => r.Partner.Name.Exactly("zh-Hans")),
        new("Country", r => r.Partner.Country),
        new("Sent", r => r.Sent / 100m),
        new("Received", r => r.Received / 100m),
        new("Places owed to us", r => r.Balance / 100m),
        new("Key", r => r.Partner.Id.ToString()),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).Requires(PartnersPermissions.View);
        routes.MapGet(Address + "/export", Export).Requires(PartnersPermissions.View);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, BalanceRows rows, Viewer viewer, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var all = await rows.AllAsync(viewer, cancellation);
        var found = BalanceRows.Narrow(all, query);
        return Page.Show<BalanceListPage>(new BalanceListModel(all, new([.. found.Skip(query.Skip).Take(query.Size)], found.Count, query)));
    }

    private static IResult Export(HttpRequest request, string? format, BalanceRows rows, Viewer viewer) => TableFile.Of(
        "balances", format, Columns, async cancellation => BalanceRows.Narrow(await rows.AllAsync(viewer, cancellation), ListQuery.From(request)));
}

/// <summary>Reads the rows: two statements more than the accounts need, whatever their number.</summary>
internal sealed class BalanceRows(AppDbContext db, IOrganisations organisations, BalanceReading balances)
{
    /// <summary>Every partner with a balance, the greatest imbalance first.</summary>
    public async Task<IReadOnlyList<BalanceRow>> AllAsync(Viewer viewer, CancellationToken cancellation)
    {
        var accounts = (await balances.OfAsync(db.Set<Agreement>().VisibleTo(viewer), null, cancellation)).Where(a => a.IsReciprocal).ToLookup(a => a.Partner);
        var keys = accounts.Select(a => a.Key).ToList();
        var cards = await organisations.Cards(viewer).Where(o => keys.Contains(o.Id)).ToListAsync(cancellation);
        return [.. cards.Select(c => Row(c, PlacePicture.Of([.. accounts[c.Id]]))).OrderByDescending(r => Math.Abs(r.Balance)).ThenBy(r => r.SortKey, SortKeyOrder.Instance)];
    }

    public static IReadOnlyList<BalanceRow> Narrow(IReadOnlyList<BalanceRow> rows, ListQuery query)
    {
        var found = rows.Where(r => query.Text.Length == 0 || r.Partner.Name.Texts.Values.Any(n => n.Contains(query.Text, StringComparison.InvariantCultureIgnoreCase)));
        found = query.Filter("owes") switch
        {
            "they" => found.Where(r => r.Balance > 0),
            "we" => found.Where(r => r.Balance < 0),
            "even" => found.Where(r => r.Balance == 0),
            _ => found,
        };
        return
        [
            .. (query.SortColumn, query.Descending) switch
            {
                ("name", false) => found.OrderBy(r => r.SortKey, SortKeyOrder.Instance),
                ("name", true) => found.OrderByDescending(r => r.SortKey, SortKeyOrder.Instance),
                ("sent", var down) => By(found, r => r.Sent, down),
                ("received", var down) => By(found, r => r.Received, down),
                ("balance", var down) => By(found, r => r.Balance, down),
                _ => found,
            },
        ];
    }

    private static IEnumerable<BalanceRow> By(IEnumerable<BalanceRow> rows, Func<BalanceRow, int> value, bool descending) =>
        descending ? rows.OrderByDescending(value) : rows.OrderBy(value);

    private static BalanceRow Row(OrganisationCard partner, PlacePicture picture)
    {
        var past = picture.Years.Where(y => !y.IsForecast).ToList();
        return new(partner, past.Sum(y => y.Sums.Out.Used), past.Sum(y => y.Sums.In.Used), picture.Balance ?? 0, picture);
    }
}

/// <summary>A partner's balance as a row; amounts in hundredths of a place.</summary>
public sealed record BalanceRow(OrganisationCard Partner, int Sent, int Received, int Balance, PlacePicture Picture)
{
    internal byte[] SortKey => Language.Current == Language.Chinese ? Partner.SortKeyZh : Partner.SortKey;
}

/// <summary>What the page shows: all rows for the sentence and the picture, and the page of the table.</summary>
public sealed record BalanceListModel(IReadOnlyList<BalanceRow> All, ListPage<BalanceRow> Page);
