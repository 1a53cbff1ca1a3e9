namespace Entente.Testing;

/// <summary>Waits for what a product does by itself: its jobs, another process.</summary>
public static class Until
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Looks again and again until it is so; after the limit (a minute) the test fails.</summary>
    public static async Task TrueAsync(Func<Task<bool>> there, TimeSpan? limit = null)
    {
        using var timer = new PeriodicTimer(Look);
        using var ends = new CancellationTokenSource(limit ?? TimeSpan.FromMinutes(1));
        while (!await there()) await timer.WaitForNextTickAsync(ends.Token);
    }
}
