using System.Globalization;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Records;
using NodaTime;

namespace Entente.Mobility.Calls;

/// <summary>How calls are said.</summary>
internal static class CallWords
{
    /// <summary>The zones a call's hours can be meant in, the school's own first; a deadline is read by students everywhere.</summary>
    private static IReadOnlyList<string> Zones { get; } =
        ["Asia/Shanghai", "UTC", "Asia/Hong_Kong", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles"];

    /// <summary>The zones to choose from, with the school's and the record's own.</summary>
    public static IReadOnlyList<Choice> ZoneChoices(string school, string? own) =>
        [.. Zones.Append(school).Append(own ?? school).Distinct(StringComparer.Ordinal).Select(z => new Choice(z, z.Replace('_', ' ')))];

    public static StateKind KindOf(CallPhase phase) => phase switch
    {
        CallPhase.Open => StateKind.Due,
        CallPhase.Grace => StateKind.Overdue,
        CallPhase.Announced => StateKind.Waiting,
        CallPhase.Closed => StateKind.Done,
        CallPhase.CalledOff => StateKind.Blocked,
        _ => StateKind.Neutral,
    };

    /// <summary>A moment as it reads on a clock in a zone, with the offset there.</summary>
    public static string Moment(TextCatalog texts, Instant at, string zone)
    {
        var local = at.InZone(DateTimeZoneProviders.Tzdb[zone]);
        var date = texts.Date(new DateOnly(local.Year, local.Month, local.Day));
        return string.Create(CultureInfo.InvariantCulture, $"{date} {local.Hour:00}:{local.Minute:00} (UTC{Offset(local.Offset)})");
    }

    private static string Offset(Offset offset)
    {
        var minutes = offset.Seconds / 60;
        if (minutes == 0) return "";
        var sign = minutes < 0 ? "−" : "+";
        var (hours, rest) = (Math.Abs(minutes) / 60, Math.Abs(minutes) % 60);
        return rest == 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}{hours}") : string.Create(CultureInfo.InvariantCulture, $"{sign}{hours}:{rest:00}");
    }
}
