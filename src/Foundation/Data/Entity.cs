namespace Entente.Foundation.Data;

/// <summary>What every stored record has: a version that rises with each change and guards against lost updates.</summary>
public interface IEntity
{
    /// <summary>Rises by one with each saved change; the concurrency token.</summary>
    int Version { get; }

    /// <summary>The key, untyped, for the log and the search.</summary>
    Guid Key { get; }
}

/// <summary>A stored record with a typed key.</summary>
/// <typeparam name="TCard">The card that types the key; the record's own type where no other room knows it.</typeparam>
public abstract class Entity<TCard> : IEntity
{
    /// <summary>The key; fixed for ever.</summary>
    public Id<TCard> Id { get; protected init; } = Id<TCard>.New();

    /// <inheritdoc/>
    public int Version { get; private set; }

    Guid IEntity.Key => Id.Value;
}

/// <summary>
/// A record that not everybody may see. A query over it that names no viewer throws; its room's
/// <c>VisibleTo(viewer)</c> names one and narrows the query to what that viewer may see.
/// </summary>
public interface IScoped;

/// <summary>Leaves the changes of a record out of the change log (queues, caches, drafts of input).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotLoggedAttribute : Attribute;

/// <summary>A value about a living person; enters the log only as a keyed hash that erasure makes unreadable.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
