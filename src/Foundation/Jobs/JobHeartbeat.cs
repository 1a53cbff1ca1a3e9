namespace Entente.Foundation.Jobs;

/// <summary>Whether this node's job worker is alive: it looked for work lately, or is at work.</summary>
public sealed class JobHeartbeat
{
    private const long LongestSilence = 30_000;
    private long lastLook = -LongestSilence - 1;
    private int working;
    private readonly TaskCompletionSource firstLook = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the worker looked within 30 seconds or has a job in hand.</summary>
    public bool IsBeating => Volatile.Read(ref working) > 0 || Environment.TickCount64 - Volatile.Read(ref lastLook) < LongestSilence;

    /// <summary>Done once the worker has looked for the first time: the host answers a little earlier.</summary>
    public Task FirstLook => firstLook.Task;

    internal void Look()
    {
        Volatile.Write(ref lastLook, Environment.TickCount64);
        firstLook.TrySetResult();
    }

    internal void Begin() => Interlocked.Increment(ref working);

    internal void End() => Interlocked.Decrement(ref working);
}
