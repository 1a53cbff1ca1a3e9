using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>Two sources of the demonstration school with awards to students who are abroad or about to leave; one is suspended until a report comes.</summary>
internal sealed class FundingDemo(SchoolClock clock, AcademicCalendar calendar, StayDuties duties) : IDemoData
{
    private const int Abroad = 4;
    private const int Leaving = 2;

    public int Order => 37;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        var unit = book.Find<UnitCard>("SOE");
        var year = calendar.Of(today);
        FundingSource[] sources =
        [
            new() { Name = new("School mobility fund", "学院国际交流基金"), Currency = "CNY", UnitId = unit, RecordedAt = clock.Now - Duration.FromDays(200) },
            new() { Name = new("Graduate scholarship for joint cultivation", "研究生联合培养奖学金"), Currency = "CNY", UnitId = unit, RecordedAt = clock.Now - Duration.FromDays(190) },
        ];
        db.AddRange(sources);
        List<FundingBudget> budgets = [.. sources.SelectMany((s, i) => new[] { year, year + 1 }.Select(y => new FundingBudget { SourceId = s.Id, Year = y, Amount = (i == 0 ? 600_000 : 900_000) * 100L }))];
        db.AddRange(budgets);
        var stays = await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => s.Direction == PlaceDirection.Out && (s.State == StayState.UnderWay || s.State == StayState.Planned) && s.From <= today.AddYears(1))
            .OrderBy(s => s.From).ThenBy(s => s.Id).ToListAsync(cancellation);
        var late = await OweReportAsync(db, stays, today, cancellation);
        var funded = stays.Where(s => s.Id == late).Concat(stays.Where(s => s.State == StayState.UnderWay && s.Id != late).TakeLast(Abroad)).Concat(stays.Where(s => s.State == StayState.Planned).Take(Leaving));
        foreach (var (stay, i) in funded.Select((s, i) => (s, i)))
        {
            var budget = budgets.Single(b => b.Year == year && b.SourceId == sources[i % 2].Id);
            var award = new Award
            {
                BudgetId = budget.Id,
                PersonId = stay.PersonId,
                StayId = stay.Id,
                OrganisationId = stay.OrganisationId,
                UnitId = unit,
                Amount = (i % 2 == 0 ? 60_000 : 108_000) * 100L,
                Conditions = "Progress reports every six months; a return report within thirty days.",
                RecordedAt = clock.Now - Duration.FromDays(150),
            };
            budget.Promise(award.Amount);
            award.TakeDeposit(award.Amount / 10, stay.From.AddDays(-20) < today ? stay.From.AddDays(-20) : today);
            db.Add(award);
            for (var part = 0; part < 2; part++)
            {
                var instalment = new Instalment { AwardId = award.Id, Order = part + 1, Amount = award.Amount / 2, DueOn = stay.From.AddMonths(part * 6) };
                if (part == 0 && instalment.DueOn < today) instalment.Pay(instalment.DueOn);
                db.Add(instalment);
            }
        }
    }

    /// <summary>Takes the last report of somebody abroad away again, so that it is owed and late.</summary>
    private async Task<Id<Stay>?> OweReportAsync(AppDbContext db, IReadOnlyList<Stay> stays, DateOnly today, CancellationToken cancellation)
    {
        var months = await db.Set<MobilityForm>().ToDictionaryAsync(f => f.Id, f => f.ReportMonths, cancellation);
        foreach (var stay in stays.Where(s => s.State == StayState.UnderWay))
        {
            var due = StayDuties.ReportsOf(stay.ArrivedOn!.Value, stay.Until, months[stay.FormId]).Where(r => r.Due < today).ToList();
            if (due.Count == 0) continue;
            var (of, number) = (stay.Id, due[^1].Number);
            db.RemoveRange(await db.Set<StayReport>().ViewerNamed().Where(r => r.StayId == of && r.Number == number).ToListAsync(cancellation));
            await duties.OweAsync([stay], due[^1].Due, cancellation);
            return of;
        }

        return null;
    }
}
