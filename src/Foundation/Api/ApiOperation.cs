using Entente.Foundation.Access;

namespace Entente.Foundation.Api;

/// <summary>What an address of the API does.</summary>
internal enum ApiVerb
{
    /// <summary>Gives a page of a list.</summary>
    List,

    /// <summary>Gives a record.</summary>
    Record,

    /// <summary>Makes a record.</summary>
    Create,

    /// <summary>Writes a record anew; asks for <c>If-Match</c>.</summary>
    Replace,
}

/// <summary>One address of the API with all that its guard and its description need.</summary>
internal sealed record ApiOperation(ApiVerb Verb, string Room, string Id, string Summary, Type Item)
{
    /// <summary>The permission asked for besides the scope; none: the records themselves say who sees them.</summary>
    public string? Permission { get; init; }

    /// <summary>What narrows the list.</summary>
    public IReadOnlyList<ApiFilter> Filters { get; init; } = [];

    /// <summary>Whether the list can be narrowed to what changed since a moment.</summary>
    public bool KnowsChanges { get; init; }

    /// <summary>What is sent.</summary>
    public ApiFields? Body { get; init; }

    public bool Writes => Verb is ApiVerb.Create or ApiVerb.Replace;

    public string Scope => Writes ? ApiScope.Write(Room) : ApiScope.Read(Room);

    /// <summary>Answers to a text search are not kept: the search may be indexed a moment after its record.</summary>
    public bool Takes(string parameter) => Verb == ApiVerb.List && (parameter is "limit" or "cursor" || (parameter == "updatedSince" && KnowsChanges))
        || Filters.Any(f => f.Name == parameter);

    public EndpointAccess Access => new(AccessKind.Token, Permission);
}

/// <summary>What narrows a list.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Text">What it does, in English, for the description.</param>
/// <param name="Words">The values it takes; none: any.</param>
public sealed record ApiFilter(string Name, string Text, params string[] Words)
{
    /// <summary>Finds by text, as the search of the list's page.</summary>
    public static ApiFilter Search { get; } = new("q", "Finds by text in any script, as the list's page does.");
}
