using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Search;

/// <summary>
/// What a room contributes to the search. Rooms derive from <see cref="SearchSource{TCard}"/>, one class a kind of record, and
/// register it scoped: <c>services.AddScoped&lt;ISearchSource, AgreementSearch&gt;()</c>. The texts <c>search.kind.{Kind}</c>
/// (one hit) and <c>search.kind.{Kind}.many</c> (the heading) belong to the same room.
/// </summary>
public interface ISearchSource
{
    /// <summary>The kind of hit: <c>organisation</c>, <c>person</c>, <c>partner</c>, <c>agreement</c>.</summary>
    string Kind { get; }

    /// <summary>The permission without which no hit of this kind is shown at all.</summary>
    string Permission { get; }

    /// <summary>The larger stands before the smaller where two kinds fit alike: partner 30, agreement 20, person 10, organisation 0.</summary>
    int Weight { get; }

    /// <summary>The record that is to be indexed anew because this entity is saved; none where the entity does not matter.</summary>
    Guid? TouchedBy(object changed);

    /// <summary>What the records are found by; a key asked for and not answered is taken out of the index.</summary>
    Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyCollection<Guid> keys, CancellationToken cancellation);

    /// <summary>Those of the keys that the viewer may see.</summary>
    Task<IReadOnlySet<Guid>> VisibleAsync(AppDbContext db, Viewer viewer, IReadOnlyCollection<Guid> keys, CancellationToken cancellation);

    /// <summary>Every key there is, for a rebuild.</summary>
    Task<IReadOnlyList<Guid>> AllAsync(AppDbContext db, CancellationToken cancellation);
}

/// <summary>What a record is found by and how it is shown.</summary>
/// <param name="Key">The record's key.</param>
/// <param name="Title">Its name, in the languages it has.</param>
/// <param name="Address">Its page.</param>
public sealed record SearchText(Guid Key, LocalizedText Title, string Address)
{
    /// <summary>Its other names: former, short, in other scripts. The title need not be repeated.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What else it is found by: numbers, places, people's names.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>A second line of the hit: place, dates.</summary>
    public LocalizedText? Detail { get; init; }

    /// <summary>The unit that keeps the record, where those who see it are chosen by unit; none: by the permission alone.</summary>
    public UnitScope? Unit { get; init; }
}

/// <summary>A unit, by its untyped key.</summary>
/// <param name="Key">The unit's key.</param>
public readonly record struct UnitScope(Guid Key);

/// <summary>A kind of record that can be found. The room's own <c>VisibleTo</c> decides who finds it.</summary>
/// <typeparam name="TCard">What types the record's key.</typeparam>
public abstract class SearchSource<TCard> : ISearchSource
{
    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <inheritdoc/>
    public abstract string Permission { get; }

    /// <inheritdoc/>
    public virtual int Weight => 0;

    /// <summary>The record to index anew because this entity is saved: the entity's own, or the one it belongs to.</summary>
    protected abstract Id<TCard>? TouchedBy(object changed);

    /// <summary>The keys the viewer may see: <c>db.Set&lt;Agreement&gt;().VisibleTo(viewer).Select(a =&gt; a.Id)</c>.</summary>
    protected abstract IQueryable<Id<TCard>> Visible(AppDbContext db, Viewer viewer);

    /// <summary>What these records (500 at the most) are found by.</summary>
    protected abstract Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<Id<TCard>> keys, CancellationToken cancellation);

    Guid? ISearchSource.TouchedBy(object changed) => TouchedBy(changed)?.Value;

    Task<IReadOnlyList<SearchText>> ISearchSource.TextsAsync(AppDbContext db, IReadOnlyCollection<Guid> keys, CancellationToken cancellation) =>
        TextsAsync(db, [.. keys.Select(k => new Id<TCard>(k))], cancellation);

    async Task<IReadOnlySet<Guid>> ISearchSource.VisibleAsync(
        AppDbContext db, Viewer viewer, IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new Id<TCard>(k)).ToList();
        var visible = await Visible(db, viewer).Where(k => ids.Contains(k)).ToListAsync(cancellation);
        return visible.Select(k => k.Value).ToHashSet();
    }

    async Task<IReadOnlyList<Guid>> ISearchSource.AllAsync(AppDbContext db, CancellationToken cancellation) =>
        [.. (await Visible(db, Viewer.System).ToListAsync(cancellation)).Select(k => k.Value)];
}
