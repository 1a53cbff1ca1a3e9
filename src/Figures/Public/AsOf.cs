using System.Globalization;
using Entente.Foundation.Time;
using Microsoft.AspNetCore.Http;

namespace Entente.Figures.Public;

/// <summary>The date a reader asks for: <c>?asOf=2026-03-12</c>; today without.</summary>
/// <param name="Date">The date to count at.</param>
/// <param name="IsChosen">Whether the address names it.</param>
/// <param name="ErrorKey">What is wrong with what was asked for.</param>
public sealed record AsOf(DateOnly Date, bool IsChosen, string? ErrorKey)
{
    /// <summary>Nothing was counted before.</summary>
    private static readonly DateOnly Earliest = new(1950, 1, 1);

    internal static AsOf Of(HttpRequest request, SchoolClock clock)
    {
        var today = clock.Today;
        if (!request.Query.TryGetValue("asOf", out var asked) || asked.ToString() is not { Length: > 0 } text) return new(today, false, null);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return new(today, false, "form.date");
        return date > today ? new(today, false, "figures.as-of.ahead") : date < Earliest ? new(today, false, "figures.as-of.early") : new(date, true, null);
    }

    /// <summary>The query that keeps the date in a further address.</summary>
    public string Query => IsChosen ? "?asOf=" + Iso : "";

    public string Iso => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
