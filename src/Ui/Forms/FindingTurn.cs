namespace Entente.Ui.Forms;

/// <summary>The fields of one page find their choices one after the other: they share the request's one session with the database.</summary>
internal sealed class FindingTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    public async Task<T> TakeAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
