using Microsoft.AspNetCore.Routing;

namespace Entente.Foundation.Api;

/// <summary>What the page for developers says of the API: taken from the addresses themselves, so that it is never behind them.</summary>
public sealed class ApiGuide
{
    private readonly ApiLimits limits;

    internal ApiGuide(EndpointDataSource routes, ApiLimits limits)
    {
        this.limits = limits;
        var found = routes.Endpoints.OfType<RouteEndpoint>().Select(e => (Operation: e.Metadata.GetMetadata<ApiOperation>(), Path: "/" + e.RoutePattern.RawText!.TrimStart('/')))
            .Where(e => e.Operation is not null).Select(e => (Operation: e.Operation!, e.Path)).ToList();
        Lists = [.. found.Where(e => e.Operation.Verb == ApiVerb.List).OrderBy(e => e.Path, StringComparer.Ordinal).Select(e => new ApiListGuide(
            e.Path, e.Operation.Scope, [.. e.Operation.Filters.Select(f => f.Name), .. e.Operation.KnowsChanges ? ["updatedSince"] : Array.Empty<string>()]))];
        Writes = [.. found.Where(e => e.Operation.Writes).OrderBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.Operation.Verb).Select(e => new ApiWriteGuide(
            e.Operation.Verb == ApiVerb.Create ? "POST" : "PUT", e.Path, e.Operation.Scope))];
    }

    /// <summary>The lists, by address.</summary>
    public IReadOnlyList<ApiListGuide> Lists { get; }

    /// <summary>What can be written, by address.</summary>
    public IReadOnlyList<ApiWriteGuide> Writes { get; }

    /// <summary>How many requests a token may make a minute, at each node.</summary>
    public int PerMinute => limits.PerMinute;
}

/// <summary>A list of the API.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Scope">The scope it asks for.</param>
/// <param name="Filters">The parameters that narrow it.</param>
public sealed record ApiListGuide(string Path, string Scope, IReadOnlyList<string> Filters);

/// <summary>Something the API writes.</summary>
/// <param name="Method"><c>POST</c> makes a record, <c>PUT</c> writes it anew.</param>
/// <param name="Path">The address.</param>
/// <param name="Scope">The scope it asks for.</param>
public sealed record ApiWriteGuide(string Method, string Path, string Scope);
