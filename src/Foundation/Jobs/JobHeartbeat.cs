namespace Entente.Foundation.Jobs;

/// <summary>Whether this node's job worker is alive: it looked for work lately, or is at work.</summary>
public sealed class JobHeartbeat(TimeProvider time)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    private long lastLook = long.MinValue;
    private int working;
    private readonly TaskCompletionSource firstLook = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the worker looked within 30 seconds or has a job in hand.</summary>
    public bool IsBeating => Volatile.Read(ref working) > 0 || (Volatile.Read(ref lastLook) is var look and not long.MinValue && time.GetElapsedTime(look) < LongestSilence);

    /// <summary>Done once the worker has looked for the first time: the host answers a little earlier.</summary>
    public Task FirstLook => firstLook.Task;

    internal void Look()
    {
        Volatile.Write(ref lastLook, time.GetTimestamp());
        firstLook.TrySetResult();
    }

    internal void Begin() => Interlocked.Increment(ref working);

    internal void End() => Interlocked.Decrement(ref working);
}
