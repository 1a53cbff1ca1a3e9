using System.Collections.Concurrent;

namespace Entente.Foundation.Caching;

/// <summary>Remembers what was read until a record changes; forgets all once too much is remembered.</summary>
/// <param name="stamp">Tells what is out of date.</param>
/// <param name="most">So many are remembered.</param>
/// <typeparam name="T">What is remembered.</typeparam>
public sealed class UntilChange<T>(ChangeStamp stamp, int most)
{
    private readonly ConcurrentDictionary<string, (long Stamp, T Value)> remembered = new(StringComparer.Ordinal);

    /// <summary>What is known under a name; read where nothing is, or no longer.</summary>
    public async Task<T> OfAsync(string name, Func<Task<T>> read)
    {
        var now = stamp.Current;
        if (remembered.TryGetValue(name, out var kept) && kept.Stamp == now) return kept.Value;
        var value = await read();
        if (remembered.Count > most) remembered.Clear();
        remembered[name] = (now, value);
        return value;
    }
}
