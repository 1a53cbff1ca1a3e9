using Entente.Foundation.Data;

namespace Entente.Foundation.Demo;

/// <summary>A room's part of the demonstration school. Parts load in order into one empty database, deterministically, dates.</summary>
public interface IDemoData
{
    /// <summary>Smaller loads first; what others refer to comes before them.</summary>
    int Order { get; }

    /// <summary>Adds the room's records; the caller saves in one transaction.</summary>
    Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation);
}

/// <summary>What earlier parts loaded, found by the names of the demonstration files.</summary>
public sealed class DemoBook
{
    private readonly Dictionary<string, object> entries = new(StringComparer.Ordinal);

    /// <summary>Notes a key under a name.</summary>
    public void Note<TCard>(string name, Id<TCard> id) => entries[typeof(TCard).Name + ":" + name] = id;

    /// <summary>The key noted under a name.</summary>
    public Id<TCard> Find<TCard>(string name) => (Id<TCard>)entries[typeof(TCard).Name + ":" + name];
}
