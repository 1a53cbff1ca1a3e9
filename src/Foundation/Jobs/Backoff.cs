using NodaTime;

namespace Entente.Foundation.Jobs;

/// <summary>
/// When a failed job is tried again: 10 s, 40 s, 2 min 40 s, 10 min 40 s, 42 min 40 s, 2 h 50 min 40 s, then every 6 h;
/// after the tenth attempt (some 22 hours after the first) it is dead. There is no jitter: a job is claimed by one worker at a
/// time, so no herd can form, and an operator can tell the next attempt from the last.
/// </summary>
internal static class Backoff
{
    public const int LastAttempt = 10;

    private static readonly Duration Longest = Duration.FromHours(6);

    /// <summary>The wait after the given attempt (1 for the first) failed.</summary>
    public static Duration After(int attempt)
    {
        var wait = Duration.FromSeconds(10);
        for (var i = 1; i < attempt && wait < Longest; i++) wait *= 4;
        return Duration.Min(wait, Longest);
    }
}
