using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Log;
using Entente.Foundation.Time;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using NodaTime;

namespace Entente.Web.Log;

/// <summary>The log: who did what when, each change field by field, and whether the chain holds.</summary>
internal static class ChangeLog
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/log", ShowAsync).Requires(FoundationPermissions.Log);

    private static async Task<IResult> ShowAsync(
        HttpRequest request, Viewer viewer, LogBoard board, IAccounts accounts, IEnumerable<IRecordNames> names, SchoolClock clock, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var filter = new LogFilter(
            query.Filter("action"), query.Filter("kind"), Key(query, "record"), Key(query, "account"),
            Day(query, "from")?.AtStartOfDayInZone(clock.Zone).ToInstant(), Day(query, "until")?.PlusDays(1).AtStartOfDayInZone(clock.Zone).ToInstant());
        var page = await board.Lines(viewer, filter).ToListPageAsync(query, cancellation);
        var people = page.Items.SelectMany(l => new[] { l.Actor, l.OnBehalfOf }).Append(filter.Account).OfType<Guid>().Distinct().Select(a => new AccountId(a)).ToList();
        return Page.Show<ChangeLogPage>(new ChangeLogModel(
            page,
            await board.GlanceAsync(cancellation),
            await board.ActionsAsync(cancellation),
            (await accounts.OfAsync(people, cancellation)).ToDictionary(a => a.Key.Value, a => a.Value.Name),
            await NamesAsync(page.Items, names, viewer, cancellation),
            filter.Record is { } record && viewer.Reach(FoundationPermissions.Erase).IsEverywhere ? EraseFromLog.Address(record) : null));
    }

    /// <summary>The names of records, those the viewer may see, by one question a kind.</summary>
    private static async Task<IReadOnlyDictionary<Guid, RecordName>> NamesAsync(
        IReadOnlyList<LogLine> lines, IEnumerable<IRecordNames> names, Viewer viewer, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, RecordName>();
        foreach (var source in names)
        {
            var table = source.Kind.Replace('.', '_').Replace('-', '_');
            var keys = lines.Where(l => l.Kind == table).Select(l => l.Record).Distinct().ToList();
            if (keys.Count == 0) continue;
            foreach (var (key, name) in await source.VisibleAsync(keys, viewer, cancellation)) found[key] = name;
        }

        return found;
    }

    private static Guid? Key(ListQuery query, string name) => Guid.TryParse(query.Filter(name), out var key) ? key : null;

    private static LocalDate? Day(ListQuery query, string name) =>
        DateOnly.TryParseExact(query.Filter(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200
            ? new LocalDate(day.Year, day.Month, day.Day)
            : null;
}

/// <summary>What the page shows.</summary>
public sealed record ChangeLogModel(
    ListPage<LogLine> Page, LogReport Chain, IReadOnlyList<string> Actions, IReadOnlyDictionary<Guid, string> Accounts, IReadOnlyDictionary<Guid, RecordName> Records,
    string? EraseAddress);
