using System.Linq.Expressions;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Model;

/// <summary>
/// From when on an agreement counts as expiring: computed from its last day and the farthest alert of its kind, never stored.
/// With automatic renewal it is the current period that ends.
/// </summary>
internal sealed class Expiring(IReadOnlyDictionary<Id<AgreementKind>, int> horizons, DateOnly today)
{
    public static async Task<Expiring> ReadAsync(AppDbContext db, DateOnly today, CancellationToken cancellation) => new(
        await db.Set<RenewalAlert>().GroupBy(a => a.KindId).Select(g => new { g.Key, Days = g.Max(a => a.Days) })
            .ToDictionaryAsync(g => g.Key, g => g.Days, cancellation),
        today);

    /// <summary>Whether an agreement is expiring today.</summary>
    public bool Is(AgreementState state, Id<AgreementKind> kind, DateOnly? lastDay) =>
        state == AgreementState.Active && lastDay is { } last && horizons.TryGetValue(kind, out var days) && last <= today.AddDays(days);

    /// <summary>The first day on which an agreement of the kind with this last day counts as expiring.</summary>
    public DateOnly From(Id<AgreementKind> kind, DateOnly lastDay) => lastDay.AddDays(-horizons.GetValueOrDefault(kind));

    /// <summary>The same as a condition of a query.</summary>
    public Expression<Func<Agreement, bool>> Condition()
    {
        var agreement = Expression.Parameter(typeof(Agreement), "a");
        Expression any = Expression.Constant(false);
        foreach (var horizon in horizons.GroupBy(h => h.Value, h => h.Key))
        {
            var kinds = horizon.ToList();
            var until = today.AddDays(horizon.Key);
            Expression<Func<Agreement, bool>> one = a =>
                a.State == AgreementState.Active && a.LastDay != null && a.LastDay <= until && kinds.Contains(a.KindId);
            any = Expression.OrElse(any, new Swap(one.Parameters[0], agreement).Visit(one.Body));
        }

        return Expression.Lambda<Func<Agreement, bool>>(any, agreement);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

/// <summary>Periods of automatic renewal.</summary>
internal static class Periods
{
    /// <summary>The last day of the period that follows one ending on this day: 31 August and 12 months → 31 August.</summary>
    public static DateOnly NextPeriod(this DateOnly lastDay, int months) => lastDay.AddDays(1).AddMonths(months).AddDays(-1);
}
