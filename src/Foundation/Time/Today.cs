using Entente.Foundation.Settings;
using NodaTime;

namespace Entente.Foundation.Time;

/// <summary>The date at the school.</summary>
public sealed class SchoolClock(IClock clock, EntenteSettings settings)
{
    /// <summary>Now.</summary>
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Today in the school's time zone.</summary>
    public DateOnly Today => DateOf(clock.GetCurrentInstant());

    /// <summary>The date of a moment at the school.</summary>
    public DateOnly DateOf(Instant at)
    {
        var date = at.InZone(settings.Zone).Date;
        return new DateOnly(date.Year, date.Month, date.Day);
    }

    /// <summary>The school's time zone.</summary>
    public DateTimeZone Zone => settings.Zone;
}
