using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Agreements;
using Entente.Partners.Model;

namespace Entente.Partners.Demo;

/// <summary>The renewals that were decided in past years: owed in time, closed with the number of what followed, or with the reason.</summary>
internal sealed class DemoRenewals(AppDbContext db, DemoPast past, IObligations obligations)
{
    private const int MonthsBefore = 6;

    public async Task AddAsync(AgreementWriting writing, CancellationToken cancellation)
    {
        foreach (var entry in DemoAgreements.All)
        {
            var agreement = writing.Written[entry.Key];
            var period = agreement.Text.EndsOn;
            var (decided, receipt) = OutcomeOf(entry, agreement, writing);
            if (period is not { } last || decided is not { } on || on > past.Today) continue;
            await AddAsync(agreement, last, on, receipt, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private (DateOnly? On, string Receipt) OutcomeOf(DemoAgreements.Entry entry, Agreement agreement, AgreementWriting writing)
    {
        if (DemoAgreements.All.FirstOrDefault(e => e.Follows == entry.Key) is { } next && writing.Written[next.Key] is { SignedOn: { } signed } successor)
            return (signed, successor.Number);
        if (entry.Term == TermKind.Automatic && agreement.Text.EndsOn is { } end && end < past.Today) return (end.AddMonths(-MonthsBefore).AddDays(-9), agreement.Number);
        return (agreement.NoticeOn, $"{agreement.Number} letter.pdf");
    }

    private async Task AddAsync(Agreement agreement, DateOnly last, DateOnly decided, string receipt, CancellationToken cancellation)
    {
        var owed = new NewObligation(
            agreement.Ref(), RenewalAlerts.Kind, last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), BuiltInRole.Coordinator, agreement.UnitId, agreement.ResponsibleId,
            new(
                $"{agreement.Number} {agreement.Title.En} ends on {last.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}: decide whether it is renewed.",
                $"{agreement.Number} {agreement.Title.Zh}将于{last.Year}年{last.Month}月{last.Day}日到期，需决定是否续签。"),
            $"/agreements/{agreement.Id}#renewal", last, last.AddMonths(-MonthsBefore));
        var asked = last.AddMonths(-MonthsBefore);
        using (past.As("tang.yuan", asked < decided ? asked : decided.AddDays(-14)))
            await obligations.OweAsync(owed, cancellation);
        using (past.As("tang.yuan", decided))
            await obligations.FulfilAsync(owed.Subject, owed.Kind, owed.Instance, receipt, cancellation);
    }
}
