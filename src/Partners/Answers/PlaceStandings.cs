using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Answers;

/// <summary>Answers how the school stands with partners, from the accounts of the place ledger.</summary>
internal sealed class PlaceStandings(AppDbContext db, BalanceReading balances, AcademicCalendar calendar) : IPlaceStandings
{
    public async Task<IReadOnlyList<PlaceStanding>> OfAsync(
        IReadOnlyCollection<AgreementId> agreements, int academicYear, PlaceLength length, CancellationToken cancellation)
    {
        var visible = db.Set<Agreement>().VisibleTo(Viewer.System).Where(a => agreements.Contains(a.Id));
        var terms = (await visible.Select(a => new { a.Id, a.Content }).ToListAsync(cancellation)).ToDictionary(a => a.Id, a => AgreementContent.FromJson(a.Content));
        return [.. (await balances.OfAsync(visible, calendar.FirstDay(academicYear), cancellation)).Select(account =>
        {
            var (of, year) = (terms[account.Agreement], account.Years.Single(y => y.Year == academicYear));
            return new PlaceStanding(
                account.Agreement, account.Partner, year.Sums.Out.Used, year.Sums.In.Used, length == PlaceLength.Year ? of.YearWeight : of.SemesterWeight,
                account.IsReciprocal ? Account(account, year, of.CarryOverYears) : null);
        })];
    }

    // A difference evens out with guests of its own year and of those the agreement carries it over, as far as it offers places for them.
    private static StandingAccount Account(PlaceAccount account, BalanceYear year, int carryOverYears)
    {
        var until = year.Year + carryOverYears;
        var coming = account.Years.Where(y => y.Year > year.Year && y.Year <= until).Sum(y => y.Sums.In.Offered);
        return new(year.Balance, Math.Max(0, year.Sums.In.Offered - year.Sums.In.Used) + coming, until);
    }
}
