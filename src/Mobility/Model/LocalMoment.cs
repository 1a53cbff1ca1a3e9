using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>The moments an hour on a clock in a zone means: two where the clock repeats it, the end of the gap where the clock skips it.</summary>
internal static class LocalMoment
{
    public static (Instant First, Instant Last) Of(string zone, DateOnly on, TimeOnly time)
    {
        var map = DateTimeZoneProviders.Tzdb[zone].MapLocal(new LocalDate(on.Year, on.Month, on.Day).At(new LocalTime(time.Hour, time.Minute)));
        return map.Count == 0
            ? (map.LateInterval.Start, map.LateInterval.Start)
            : (map.First().ToInstant(), map.Last().ToInstant());
    }
}
