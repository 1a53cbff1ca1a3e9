using System.Globalization;

namespace Entente.Foundation.Tables;

/// <summary>Dates and times as ISO 8601, in the shortest form that loses nothing.</summary>
internal static class IsoText
{
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(DateOnly date, TimeOnly? time) => time is { } t ? Of(date) + "T" + Of(t) : Of(date);

    public static string Of(TimeOnly time) =>
        time.ToString(time.Second == 0 && time.Millisecond == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
}
