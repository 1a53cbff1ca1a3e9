using System.Linq.Expressions;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;

namespace Entente.Safeguards.Model;

/// <summary>Something that a role does for a unit.</summary>
internal interface IActedOn
{
    string Role { get; }

    UnitId UnitId { get; }
}

/// <summary>Who acts in a role for a unit.</summary>
internal static class Acting
{
    /// <summary>Whether the viewer holds the record's role for its unit, of its own or lent.</summary>
    public static bool Acts(this Viewer viewer, IActedOn record) => viewer.May(SafeguardsPermissions.ActAs(record.Role), record.UnitId.Value);

    /// <summary>The same as a condition of a query.</summary>
    public static Expression<Func<T, bool>> By<T>(Viewer viewer)
        where T : IActedOn
    {
        var record = Expression.Parameter(typeof(T), "r");
        var (role, unit) = (Expression.Property(record, nameof(IActedOn.Role)), Expression.Property(record, nameof(IActedOn.UnitId)));
        Expression any = Expression.Constant(false);
        foreach (var name in BuiltInRole.All)
        {
            var reach = viewer.Reach(SafeguardsPermissions.ActAs(name));
            if (!reach.IsNowhere) any = Expression.OrElse(any, Expression.Invoke(Holding(name, reach), role, unit));
        }

        return Expression.Lambda<Func<T, bool>>(any, record);
    }

    /// <summary>Steps the viewer decides when it is their turn: in the step's role, as whoever stands in, or named.</summary>
    public static Expression<Func<ApprovalStep, bool>> Deciding(Viewer viewer)
    {
        var me = viewer.Me();
        Expression<Func<ApprovalStep, bool>> named = s => me != null && s.ApproverId == me;
        var any = named.Or(By<ApprovalStep>(viewer));
        foreach (var name in BuiltInRole.All)
        {
            var reach = viewer.Reach(SafeguardsPermissions.ActAs(name));
            if (!reach.IsNowhere) any = any.Or(StandingIn(name, reach));
        }

        return any;
    }

    /// <summary>Either condition.</summary>
    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other)
    {
        var record = one.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(one.Body, Expression.Invoke(other, record)), record);
    }

    /// <summary>Both conditions.</summary>
    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other)
    {
        var record = one.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(one.Body, Expression.Invoke(other, record)), record);
    }

    private static Expression<Func<ApprovalStep, bool>> StandingIn(string name, Reach reach)
    {
        if (reach.IsEverywhere) return s => s.StandInRole == name;
        var units = reach.Ids<UnitCard>().Select(u => (UnitId?)u).ToList();
        return s => s.StandInRole == name && units.Contains(s.StandInUnitId);
    }

    private static Expression<Func<string, UnitId, bool>> Holding(string name, Reach reach)
    {
        if (reach.IsEverywhere) return (role, unit) => role == name;
        var units = reach.Ids<UnitCard>();
        return (role, unit) => role == name && units.Contains(unit);
    }
}
