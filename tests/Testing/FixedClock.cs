using NodaTime;

namespace Entente.Testing;

/// <summary>A clock that a test sets and moves.</summary>
public sealed class FixedClock(Instant now) : IClock
{
    private Instant now = now;

    /// <summary>12 March 2026, 09:00 at the school.</summary>
    public static FixedClock AtTheSchool() => new(Instant.FromUtc(2026, 3, 12, 1, 0));

    public Instant GetCurrentInstant() => now;

    public void Move(Duration by) => now += by;

    public void Set(Instant to) => now = to;
}
