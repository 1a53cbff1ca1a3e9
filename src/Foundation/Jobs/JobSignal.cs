namespace Entente.Foundation.Jobs;

/// <summary>Wakes this node's worker when work was left here; work of other nodes is found by looking every few seconds.</summary>
public sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    /// <summary>There is work.</summary>
    public void Wake()
    {
        try
        {
            if (signal.CurrentCount == 0) signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke the worker in the same moment.
        }
    }

    /// <summary>Waits for work, at most so long.</summary>
    internal Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => signal.WaitAsync(longest, cancellation);

    /// <inheritdoc/>
    public void Dispose() => signal.Dispose();
}
