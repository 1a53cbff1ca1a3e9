using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Entente.Foundation.Api;

/// <summary>What a list is asked for: how many, from where on, since when. Filters of the room are read as its list page reads them.</summary>
public sealed class ApiQuery
{
    /// <summary>Items of a page where the address does not say.</summary>
    public const int UsualLimit = 50;

    /// <summary>The most items of a page.</summary>
    public const int MostLimit = 200;

    private readonly HttpRequest request;

    private ApiQuery(HttpRequest request) => this.request = request;

    /// <summary>How many items at most.</summary>
    public int Limit { get; private init; } = UsualLimit;

    /// <summary>The key of the last item of the page before; none: from the beginning.</summary>
    public string? After { get; private init; }

    /// <summary>Only what changed at or after this moment.</summary>
    public Instant? UpdatedSince { get; private init; }

    /// <summary>A filter's value; empty where it is not set.</summary>
    public string this[string filter] => request.Query[filter].ToString().Trim();

    /// <summary>For the binder: what the door read before.</summary>
    public static ValueTask<ApiQuery?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<ApiQuery>());

    /// <summary>The cursor of the page after an item.</summary>
    internal string CursorAfter(string key) => ApiCursor.Write(request, key);

    /// <summary>Reads it, or says which parameter is wrong.</summary>
    internal static (ApiQuery? Query, string? Wrong) Read(HttpRequest request, ApiOperation operation)
    {
        if (request.Query.Keys.FirstOrDefault(k => !operation.Takes(k)) is { } unknown) return (null, unknown);
        if (request.Query.FirstOrDefault(q => q.Value.ToString().Length > 400) is { Key: { } tooLong }) return (null, tooLong);
        var limit = UsualLimit;
        if (request.Query["limit"].ToString() is { Length: > 0 } written
            && (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLimit))
            return (null, "limit");
        string? after = null;
        if (request.Query["cursor"].ToString() is { Length: > 0 } cursor && (after = ApiCursor.Read(request, cursor)) is null) return (null, "cursor");
        Instant? since = null;
        if (request.Query["updatedSince"].ToString() is { Length: > 0 } moment)
        {
            if (!OffsetDateTimePattern.ExtendedIso.Parse(moment).TryGetValue(default, out var at)) return (null, "updatedSince");
            since = at.ToInstant();
        }

        return (new ApiQuery(request) { Limit = limit, After = after, UpdatedSince = since }, null);
    }
}
