using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Incoming;

/// <summary>Students who come here in an academic year, by partner: places, nominated, admitted, here, and how the balance stands.</summary>
internal static class IncomingOverview
{
    public const string Address = "/incoming";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, ShowAsync).Requires(MobilityPermissions.View);

    private static async Task<IResult> ShowAsync(HttpRequest request, IncomingRows rows, AcademicCalendar calendar, SchoolClock clock, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var year = YearOf(query.Filter("year")) ?? await rows.LatestAsync(cancellation) ?? calendar.Of(clock.Today);
        var all = await rows.OfAsync(year, cancellation);
        var found = all.Where(r => query.Text.Length == 0 || r.Partner.Name.Texts.Values.Any(n => n.Contains(query.Text, StringComparison.InvariantCultureIgnoreCase))).ToList();
        return Page.Show<IncomingPage>(new IncomingModel(year, calendar.Name(year), Years(calendar, clock), all, new([.. found.Skip(query.Skip).Take(query.Size)], found.Count, query)));
    }

    /// <summary>The year an address asks for; none: it asks for none.</summary>
    public static int? YearOf(string? asked) => int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100 ? year : null;

    public static IReadOnlyList<Choice> Years(AcademicCalendar calendar, SchoolClock clock)
    {
        var current = calendar.Of(clock.Today);
        return [.. Enumerable.Range(current - 5, 8).Reverse().Select(y => new Choice(y.ToString(CultureInfo.InvariantCulture), calendar.Name(y)))];
    }
}

/// <summary>Reads the rows of the year, in a number of statements that does not depend on the partners'.</summary>
internal sealed class IncomingRows(AppDbContext db, IncomingPlaces places, IPlaceBalances balances, IOrganisations organisations, Viewer viewer)
{
    /// <summary>The latest year partners were asked for; none: none was.</summary>
    public Task<int?> LatestAsync(CancellationToken cancellation) => db.Set<IncomingInvitation>().VisibleTo(viewer).MaxAsync(i => (int?)i.AcademicYear, cancellation);

    public async Task<IReadOnlyList<IncomingRow>> OfAsync(int year, CancellationToken cancellation)
    {
        var lines = (await places.AllAsync(year, viewer, cancellation)).Where(l => l.Line.Within is null).ToLookup(l => l.Partner);
        var invitations = (await db.Set<IncomingInvitation>().VisibleTo(viewer).AsNoTracking().Where(i => i.AcademicYear == year).ToListAsync(cancellation)).ToLookup(i => i.OrganisationId);
        var nominated = (await db.Set<IncomingStudent>().VisibleTo(viewer).Where(s => s.AcademicYear == year).GroupBy(s => new { s.OrganisationId, s.State }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation)).ToLookup(g => g.Key.OrganisationId);
        var stays = (await db.Set<Stay>().VisibleTo(viewer).Where(s => s.Direction == PlaceDirection.In && s.AcademicYear == year).GroupBy(s => new { s.OrganisationId, s.State }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation)).ToLookup(g => g.Key.OrganisationId);
        var known = await balances.AllAsync(viewer, cancellation);
        var partners = lines.Select(l => l.Key).Concat(invitations.Select(i => i.Key)).Concat(nominated.Select(n => n.Key)).Concat(stays.Select(s => s.Key)).Distinct().ToList();
        var cards = await organisations.Cards(Viewer.System).Where(o => partners.Contains(o.Id)).ToListAsync(cancellation);
        return [.. cards.OrderBy(c => Language.Current == Language.Chinese ? c.SortKeyZh : c.SortKey, SortKeyOrder.Instance).Select(c => new IncomingRow(c, year)
        {
            Places = lines[c.Id].Sum(l => l.Line.PerYear),
            Left = lines[c.Id].Sum(l => Math.Max(0, l.Left)) / 100,
            Nominated = nominated[c.Id].Where(n => n.Key.State == IncomingState.Nominated).Sum(n => n.Count),
            ToDecide = nominated[c.Id].Where(n => n.Key.State == IncomingState.Applied).Sum(n => n.Count),
            Admitted = stays[c.Id].Where(s => s.Key.State == StayState.Planned).Sum(s => s.Count),
            Here = stays[c.Id].Where(s => s.Key.State == StayState.UnderWay).Sum(s => s.Count),
            Gone = stays[c.Id].Where(s => s.Key.State == StayState.Returned).Sum(s => s.Count),
            Balance = known.GetValueOrDefault(c.Id),
            ClosesAt = invitations[c.Id].Select(i => (Instant?)i.ClosesAt).Max(),
            Zone = invitations[c.Id].OrderByDescending(i => i.ClosesAt).FirstOrDefault()?.Zone,
        })];
    }
}

/// <summary>A partner's year.</summary>
public sealed record IncomingRow(OrganisationCard Partner, int Year)
{
    /// <summary>Places for guests.</summary>
    public int Places { get; init; }

    /// <summary>Whole places nobody was admitted to.</summary>
    public int Left { get; init; }

    /// <summary>Nominated who have not applied.</summary>
    public int Nominated { get; init; }

    /// <summary>Applied and not decided.</summary>
    public int ToDecide { get; init; }

    public int Admitted { get; init; }

    public int Here { get; init; }

    public int Gone { get; init; }

    public PlaceBalance? Balance { get; init; }

    /// <summary>The deadline the partner was given; none: it was not asked.</summary>
    public Instant? ClosesAt { get; init; }

    public string? Zone { get; init; }

    public string Address => ShowIncomingPartner.AddressOf(Partner.Id, Year);
}

/// <summary>What the page of the year shows.</summary>
public sealed record IncomingModel(int Year, string YearName, IReadOnlyList<Choice> Years, IReadOnlyList<IncomingRow> All, ListPage<IncomingRow> Page);
