using Entente.Foundation.Data;

namespace Entente.Contracts.Directory;

/// <summary>What every room may know of an organisation.</summary>
public sealed class OrganisationCard
{
    /// <summary>The key.</summary>
    public required OrganisationId Id { get; init; }

    /// <summary>The name in the languages it has.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2; two capital letters.</summary>
    public required string Country { get; init; }

    /// <summary>The city, in the languages known.</summary>
    public required LocalizedText City { get; init; }

    /// <summary>Degrees north; none where unknown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east; none where unknown.</summary>
    public double? Longitude { get; init; }

    /// <summary>The nine characters of the ROR identifier; none where entered by hand.</summary>
    public string? Ror { get; init; }

    /// <summary>Whether the organisation exists no longer.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Orders names alike on both databases.</summary>
    public required byte[] SortKey { get; init; }

    /// <summary>Orders by the Chinese name, in pinyin, where there is one; by the other where there is none.</summary>
    public required byte[] SortKeyZh { get; init; }
}

/// <summary>
/// What every room may know of a person. There is a card for every key, so that a join never loses a row; a merged key
/// carries the name of the person it was merged into. A list of people keeps the cards whose key is their own <see cref="Canonical"/>.
/// </summary>
public sealed class PersonCard
{
    /// <summary>The key.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The key of the person this one was merged into; its own where it was not.</summary>
    public required PersonId Canonical { get; init; }

    /// <summary>The name as it is shown, in the languages it has.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Orders names alike on both databases.</summary>
    public required byte[] SortKey { get; init; }

    /// <summary>Orders by the Chinese name, in pinyin, where there is one; by the other where there is none.</summary>
    public required byte[] SortKeyZh { get; init; }
}

/// <summary>What every room may know of a unit of the school's university.</summary>
public sealed class UnitCard
{
    /// <summary>The key.</summary>
    public required UnitId Id { get; init; }

    /// <summary>The unit's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The unit above it; none for the university.</summary>
    public UnitId? Parent { get; init; }

    /// <summary>A short code, unique.</summary>
    public required string Code { get; init; }
}

/// <summary>What every room may know of an account.</summary>
public sealed class AccountCard
{
    /// <summary>The key.</summary>
    public required AccountId Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>The person behind it.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The language it chose, as a tag, for mail to it; none: it chose none.</summary>
    public string? Language { get; init; }
}
