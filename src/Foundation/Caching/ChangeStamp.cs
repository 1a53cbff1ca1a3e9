namespace Entente.Foundation.Caching;

/// <summary>
/// A number that rises whenever a record changed, on this node at once and for other nodes' changes within a second.
/// Whatever is remembered with an older number is out of date.
/// </summary>
public sealed class ChangeStamp
{
    private long current = 1;

    /// <summary>The number now; read it before reading the database.</summary>
    public long Current => Volatile.Read(ref current);

    /// <summary>Says that records changed.</summary>
    public void Raise() => Interlocked.Increment(ref current);
}
