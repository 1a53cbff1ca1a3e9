using System.Collections.Frozen;

namespace Entente.Foundation.Access;

/// <summary>Who is looking: the public, an account with its permissions and the units they hold for, or the house itself.</summary>
public sealed class Viewer
{
    private readonly FrozenDictionary<string, Reach> grants;

    private Viewer(Guid? account, Guid? person, string name, bool isSystem, IEnumerable<KeyValuePair<string, Reach>> grants)
    {
        Account = account;
        Person = person;
        Name = name;
        IsSystem = isSystem;
        this.grants = grants.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Nobody known: sees what is published.</summary>
    public static Viewer Public { get; } = new(null, null, "", false, []);

    /// <summary>The house itself: jobs, imports from the command line, migrations. Sees all.</summary>
    public static Viewer System { get; } = new(null, null, "Entente", true, []);

    /// <summary>The account that signed in.</summary>
    public Guid? Account { get; }

    /// <summary>The person behind the account, where known.</summary>
    public Guid? Person { get; }

    /// <summary>The name to show.</summary>
    public string Name { get; }

    /// <summary>Whether this is the house itself.</summary>
    public bool IsSystem { get; }

    /// <summary>Whether somebody signed in.</summary>
    public bool IsSignedIn => Account is not null;

    /// <summary>An account's view.</summary>
    /// <param name="account">The account's key.</param>
    /// <param name="person">The person behind it.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="grants">Permission → where it holds; units with all below them already listed.</param>
    public static Viewer Of(Guid account, Guid? person, string name, IEnumerable<KeyValuePair<string, Reach>> grants) =>
        new(account, person, name, false, grants);

    /// <summary>Whether the permission holds anywhere.</summary>
    public bool May(string permission) => IsSystem || !Reach(permission).IsNowhere;

    /// <summary>Whether the permission holds for a unit.</summary>
    public bool May(string permission, Guid unit) => IsSystem || Reach(permission).Covers(unit);

    /// <summary>Where the permission holds.</summary>
    public Reach Reach(string permission) =>
        IsSystem ? Access.Reach.Everywhere : grants.GetValueOrDefault(permission, Access.Reach.Nowhere);
}

/// <summary>Where a permission holds: everywhere, or in the units listed.</summary>
/// <param name="IsEverywhere">Holds for every unit, and for what belongs to none.</param>
/// <param name="Units">The units, each with all units below it.</param>
public sealed record Reach(bool IsEverywhere, IReadOnlySet<Guid> Units)
{
    /// <summary>Holds for nothing.</summary>
    public static Reach Nowhere { get; } = new(false, FrozenSet<Guid>.Empty);

    /// <summary>Holds for everything.</summary>
    public static Reach Everywhere { get; } = new(true, FrozenSet<Guid>.Empty);

    /// <summary>Whether it holds for nothing.</summary>
    public bool IsNowhere => !IsEverywhere && Units.Count == 0;

    /// <summary>Whether it holds for a unit.</summary>
    public bool Covers(Guid unit) => IsEverywhere || Units.Contains(unit);

    /// <summary>The units as typed keys, for a query.</summary>
    public IReadOnlyList<Id<TCard>> Ids<TCard>() => [.. Units.Select(u => new Id<TCard>(u))];
}
