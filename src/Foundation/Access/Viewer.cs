using System.Collections.Frozen;

namespace Entente.Foundation.Access;

/// <summary>Who is looking: the public, an account with its permissions and the units they hold for, or the house itself.</summary>
public sealed class Viewer
{
    private readonly FrozenDictionary<string, Reach> own;
    private readonly FrozenDictionary<string, Reach> grants;
    private readonly ILookup<string, LentPermission> lent;

    private Viewer(
        Guid? account, Guid? person, string name, bool isSystem,
        IEnumerable<KeyValuePair<string, Reach>> own, IEnumerable<LentPermission> lent)
    {
        Account = account;
        Person = person;
        Name = name;
        IsSystem = isSystem;
        this.own = own.ToFrozenDictionary(StringComparer.Ordinal);
        this.lent = lent.ToLookup(l => l.Permission, StringComparer.Ordinal);
        grants = this.own.Concat(this.lent.SelectMany(l => l).Select(l => KeyValuePair.Create(l.Permission, l.Reach)))
            .GroupBy(g => g.Key, g => g.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Aggregate(Access.Reach.Either), StringComparer.Ordinal);
    }

    /// <summary>Nobody known: sees what is published.</summary>
    public static Viewer Public { get; } = new(null, null, "", false, [], []);

    /// <summary>The house itself: jobs, imports from the command line, migrations. Sees all.</summary>
    public static Viewer System { get; } = new(null, null, "Entente", true, [], []);

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
    /// <param name="lent">What others lent to this account, besides.</param>
    public static Viewer Of(
        Guid account, Guid? person, string name, IEnumerable<KeyValuePair<string, Reach>> grants, IEnumerable<LentPermission>? lent = null) =>
        new(account, person, name, false, grants, lent ?? []);

    /// <summary>Whether the permission holds anywhere.</summary>
    public bool May(string permission) => IsSystem || !Reach(permission).IsNowhere;

    /// <summary>Whether the permission holds for a unit.</summary>
    public bool May(string permission, Guid unit) => IsSystem || Reach(permission).Covers(unit);

    /// <summary>Who lent the permission, where the account has it for the unit only because it was lent; none: it acts for itself.</summary>
    /// <param name="permission">The permission used.</param>
    /// <param name="unit">The unit it is used for; none where the record belongs to none.</param>
    public Guid? OnBehalfOf(string permission, Guid? unit)
    {
        var ownReach = own.GetValueOrDefault(permission, Access.Reach.Nowhere);
        if (unit is { } known ? ownReach.Covers(known) : !ownReach.IsNowhere) return null;
        return lent[permission].FirstOrDefault(l => unit is not { } u || l.Reach.Covers(u))?.Holder;
    }

    /// <summary>The same account, holding only those of its permissions that are let through.</summary>
    public Viewer Within(Func<string, bool> lets) =>
        IsSystem ? this : new(Account, Person, Name, false, own.Where(p => lets(p.Key)), lent.SelectMany(l => l).Where(l => lets(l.Permission)));

    /// <summary>Where the permission holds.</summary>
    public Reach Reach(string permission) =>
        IsSystem ? Access.Reach.Everywhere : grants.GetValueOrDefault(permission, Access.Reach.Nowhere);
}

/// <summary>A permission an account has because another lent it a role.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Holder">The account that lent it.</param>
/// <param name="Reach">Where it holds.</param>
public sealed record LentPermission(string Permission, Guid Holder, Reach Reach);

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

    /// <summary>Where one or the other holds.</summary>
    public static Reach Either(Reach one, Reach other) =>
        one.IsEverywhere || other.IsEverywhere ? Everywhere : new(false, one.Units.Union(other.Units).ToFrozenSet());

    /// <summary>The units as typed keys, for a query.</summary>
    public IReadOnlyList<Id<TCard>> Ids<TCard>() => [.. Units.Select(u => new Id<TCard>(u))];
}
