using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Pictures;

/// <summary>Stays as pictures: who was where when, a row a person; how many went to which partner in which year; sent and received.</summary>
internal static class ShowPictures
{
    public const string Address = ShowStay.List + "/pictures";

    /// <summary>The most persons drawn; the table of the list has them all.</summary>
    private const int MostRows = 60;

    /// <summary>The academic years of the flows.</summary>
    private const int Years = 6;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, ShowAsync).Requires(MobilityPermissions.View);

    private static async Task<IResult> ShowAsync(HttpRequest request, AppDbContext db, Viewer viewer, StayRows rows, StayNames names, AcademicCalendar calendar, SchoolClock clock, CancellationToken cancellation)
    {
        var current = calendar.Of(clock.Today);
        var year = int.TryParse(request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && Math.Abs(asked - current) < 50 ? asked : current;
        var visible = db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => s.State != StayState.CalledOff);
        var (first, last) = (calendar.FirstDay(year), calendar.LastDay(year));
        var within = visible.Where(s => s.From <= last && (s.EndedOn ?? s.Until) >= first);
        var drawn = await rows.OfAsync(await within.OrderBy(s => s.From).ThenBy(s => s.Id).Take(MostRows).ToListAsync(cancellation), cancellation);
        var since = current - Years + 1;
        var flows = await visible.Where(s => s.AcademicYear >= since && s.AcademicYear <= current).GroupBy(s => new { s.OrganisationId, s.AcademicYear, s.Direction })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var partners = await names.PartnersAsync([.. flows.Select(f => f.Key.OrganisationId).Distinct()], cancellation);
        return Page.Show<PicturesPage>(new PicturesModel(
            year, calendar.Name(year), first, last, drawn, await within.CountAsync(cancellation), [.. Enumerable.Range(since, Years).Select(y => (y, calendar.Name(y)))],
            [.. flows.Select(f => new Flow(partners[f.Key.OrganisationId], f.Key.AcademicYear, f.Key.Direction, f.Count))]));
    }
}

/// <summary>How many went which way between the school and a partner in a year.</summary>
public sealed record Flow(OrganisationCard Partner, int Year, PlaceDirection Direction, int Count);

/// <summary>What the page shows.</summary>
public sealed record PicturesModel(int Year, string YearName, DateOnly First, DateOnly Last, IReadOnlyList<StayRow> Drawn, int All, IReadOnlyList<(int Year, string Name)> Years, IReadOnlyList<Flow> Flows);
