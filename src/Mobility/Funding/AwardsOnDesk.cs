using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>On the desk of a student: each award with the next instalment, so that they find what holds it up.</summary>
internal sealed class AwardsOnDesk(AppDbContext db, TextCatalog texts) : IDeskSource
{
    private const int Most = 10;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Person is not { } person) return [];
        var me = new PersonId(person);
        var own = await (from award in db.Set<Award>().VisibleTo(viewer).AsNoTracking()
                         join budget in db.Set<FundingBudget>() on award.BudgetId equals budget.Id
                         join source in db.Set<FundingSource>().VisibleTo(Viewer.System) on budget.SourceId equals source.Id
                         from next in award.Instalments
                         where award.PersonId == me && award.State == AwardState.Standing && next.PaidOn == null && !award.Instalments.Any(i => i.PaidOn == null && i.Order < next.Order)
                         orderby next.DueOn, award.Id
                         select new { award.Id, source.Name, source.Currency, next.Order, next.Amount, next.DueOn }).Take(Most).ToListAsync(cancellation);
        return [.. own.Select(a => new DeskLine(
            texts.InEach("funding.desk", a.Name, a.Order, FundingWords.Amount(a.Amount, a.Currency), a.DueOn), ShowAward.AddressOf(a.Id.Value), "funding.desk.open", null, "award"))];
    }
}
