using Entente.Foundation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Foundation.Api;

/// <summary>What a room shows through the API; a room implements it in one file and adds it with <c>AddApi</c>.</summary>
public interface IApiPart
{
    /// <summary>The room's name; its scopes are <c>{room}:read</c> and <c>{room}:write</c>.</summary>
    string Room { get; }

    /// <summary>Maps the room's lists and records.</summary>
    void Map(ApiRoutes api);

    /// <summary>The kinds of record whose changes are told by webhooks.</summary>
    IEnumerable<ApiRecordKind> Kinds { get; }
}

/// <summary>Where a room maps its lists and records.</summary>
public sealed class ApiRoutes
{
    /// <summary>Every address of the API begins with this.</summary>
    public const string Root = "/api/v1";

    private readonly IEndpointRouteBuilder routes;
    private readonly string room;

    internal ApiRoutes(IEndpointRouteBuilder routes, string room)
    {
        this.routes = routes;
        this.room = room;
    }

    /// <summary>A list: the handler answers an <see cref="ApiPage{T}"/>.</summary>
    /// <param name="path">After the root: <c>/agreements</c>.</param>
    /// <param name="id">The operation's name: <c>listAgreements</c>.</param>
    /// <param name="summary">What it gives, in English.</param>
    /// <param name="permission">Asked for besides the scope; none: the records say who sees them.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="knowsChanges">Whether it takes <c>updatedSince</c>.</param>
    /// <param name="filters">What narrows it.</param>
    public void List<TItem>(string path, string id, string summary, string? permission, Delegate handler, bool knowsChanges, params ApiFilter[] filters)
        where TItem : IApiItem =>
        Map(HttpMethods.Get, path, handler, new(ApiVerb.List, room, id, summary, typeof(TItem)) { Permission = permission, Filters = filters, KnowsChanges = knowsChanges });

    /// <summary>A record: the handler answers with <see cref="ApiRecord"/>.</summary>
    public void Record<TItem>(string path, string id, string summary, string? permission, Delegate handler, params ApiFilter[] filters)
        where TItem : IApiItem =>
        Map(HttpMethods.Get, path, handler, new(ApiVerb.Record, room, id, summary, typeof(TItem)) { Permission = permission, Filters = filters });

    /// <summary>Makes a record.</summary>
    public void Create<TItem>(string path, string id, string summary, string? permission, ApiFields body, Delegate handler)
        where TItem : IApiItem =>
        Map(HttpMethods.Post, path, handler, new(ApiVerb.Create, room, id, summary, typeof(TItem)) { Permission = permission, Body = body });

    /// <summary>Writes a record anew; the caller says by <c>If-Match</c> which state it read.</summary>
    public void Replace<TItem>(string path, string id, string summary, string? permission, ApiFields body, Delegate handler)
        where TItem : IApiItem =>
        Map(HttpMethods.Put, path, handler, new(ApiVerb.Replace, room, id, summary, typeof(TItem)) { Permission = permission, Body = body });

    private void Map(string verb, string path, Delegate handler, ApiOperation operation) =>
        routes.MapMethods(Root + path, [verb], handler).WithMetadata(operation, operation.Access, new WithoutAntiforgery());
}
