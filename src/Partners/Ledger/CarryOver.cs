using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Ledger;

/// <summary>When a successor replaces an agreement and both hold places against each other, what is owed moves to the successor's ledger.</summary>
internal sealed class CarryOver(BalanceReading balances, AcademicCalendar calendar) : IHear<AgreementEnded>
{
    /// <summary>The source of both rows: the agreement that was replaced.</summary>
    public const string Source = "partners.replaced";

    public async Task HearAsync(AgreementEnded happened, AppDbContext db, CancellationToken cancellation)
    {
        if (happened.State != AgreementState.Superseded) return;
        var old = db.Set<Agreement>().VisibleTo(Viewer.System).Where(a => a.Id == happened.Agreement && a.Reciprocal);
        var successor = await db.Set<Agreement>().VisibleTo(Viewer.System).AsNoTracking().Include(a => a.Parties)
            .Where(a => a.PredecessorId == happened.Agreement && a.SignedOn != null && a.Reciprocal).OrderBy(a => a.Number).FirstOrDefaultAsync(cancellation);
        if (successor is null || await IsCarriedAsync(db, happened.Agreement, cancellation)) return;
        var year = calendar.Of(happened.On);
        foreach (var account in await balances.OfAsync(old, happened.On, cancellation))
        {
            if (account.Balance is not { } owed || owed == 0 || successor.Parties.TrueForAll(p => p.OrganisationId != account.Partner)) continue;
            db.Add(Row(account.Agreement, -owed));
            db.Add(Row(successor.Id, owed));

            PlaceEntry Row(AgreementId agreement, int hundredths) => new()
            {
                AgreementId = agreement,
                OrganisationId = account.Partner,
                AcademicYear = year,
                Direction = PlaceDirection.In,
                Kind = PlaceEntryKind.Carried,
                Hundredths = hundredths,
                SourceKind = Source,
                SourceKey = happened.Agreement.Value,
                Reason = $"{account.Number} → {successor.Number}",
                RecordedAt = db.Write.Now,
            };
        }
    }

    private static Task<bool> IsCarriedAsync(AppDbContext db, AgreementId agreement, CancellationToken cancellation) => db.Set<PlaceEntry>().ViewerNamed()
        .AnyAsync(e => e.SourceKind == Source && e.SourceKey == agreement.Value && e.WithdrawnAt == null, cancellation);
}
