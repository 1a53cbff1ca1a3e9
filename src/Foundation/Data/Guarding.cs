using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Data;

/// <summary>A query over a scoped record type did not say who is looking.</summary>
public sealed class NoViewerException(string message) : InvalidOperationException(message);

/// <summary>How a room's <c>VisibleTo</c> lifts the guard of its own record type.</summary>
public static class Guarding
{
    /// <summary>The name of the query filter that throws until a viewer is named.</summary>
    public static string FilterOf(Type recordType) => "viewer:" + recordType.Name;

    /// <summary>Says that the query names its viewer. Only a room's <c>VisibleTo</c> calls this, right before it narrows the query.</summary>
    public static IQueryable<T> ViewerNamed<T>(this IQueryable<T> records)
        where T : class, IScoped => records.IgnoreQueryFilters([FilterOf(typeof(T))]);

    /// <summary>Lifts the guard of a record type reached through a navigation whose owner was already narrowed.</summary>
    public static IQueryable<T> ReachedThroughOwner<T, TReached>(this IQueryable<T> records)
        where T : class
        where TReached : class, IScoped => records.IgnoreQueryFilters([FilterOf(typeof(TReached))]);
}
