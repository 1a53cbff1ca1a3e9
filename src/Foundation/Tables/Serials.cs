namespace Entente.Foundation.Tables;

/// <summary>
/// Day numbers of spreadsheets. Day 1 is 1 January 1900; the program believes in a 29 February 1900 (day 60), so all later
/// numbers are one higher than the calendar. Workbooks from old Macs count from 1 January 1904 as day 0.
/// </summary>
internal static class Serials
{
    private static readonly DateOnly AfterLeapDay = new(1900, 3, 1);

    public static (DateOnly Date, TimeOnly? Time)? Read(decimal serial, bool from1904)
    {
        if (serial < (from1904 ? 0 : 1) || serial >= 2_958_466)
        {
            return null;
        }

        var day = (int)decimal.Floor(serial);
        var seconds = (int)decimal.Round((serial - day) * 86_400m, MidpointRounding.AwayFromZero);
        if (seconds == 86_400)
        {
            (day, seconds) = (day + 1, 0);
        }

        if (!from1904 && day == 60)
        {
            return null;
        }

        var start = from1904 ? new DateOnly(1904, 1, 1) : day < 60 ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30);
        if (day > DateOnly.MaxValue.DayNumber - start.DayNumber)
        {
            return null;
        }

        return (start.AddDays(day), seconds == 0 ? null : new TimeOnly(seconds * TimeSpan.TicksPerSecond));
    }

    /// <summary>The day number, or null for days before March 1900, on which programs disagree.</summary>
    public static int? Write(DateOnly date) =>
        date < AfterLeapDay ? null : date.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
}
