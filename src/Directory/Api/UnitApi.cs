using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Api;

/// <summary>The units of the university through the API; they are no secret.</summary>
internal static class UnitApi
{
    public static void Map(ApiRoutes api)
    {
        api.List<UnitJson>("/units", "listUnits", "Units of the university.", permission: null, ListAsync, knowsChanges: true);
        api.Record<UnitJson>("/units/{id}", "getUnit", "One unit.", permission: null, ShowAsync);
    }

    private static async Task<IResult> ListAsync(ApiQuery query, AppDbContext db, CancellationToken cancellation) =>
        await db.Set<Unit>().AsNoTracking().ToApiPageAsync(query, u => u.Id, u => new UnitJson(u), cancellation, db);

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, CancellationToken cancellation) =>
        ApiRecord.Of(UnitId.TryParse(id, null, out var key) ? await db.Set<Unit>().AsNoTracking().Where(u => u.Id == key).Select(u => new UnitJson(u)).SingleOrDefaultAsync(cancellation) : null);
}

/// <summary>A unit as the API gives it.</summary>
public sealed record UnitJson : IApiItem
{
    internal UnitJson(Unit unit)
    {
        (Id, Version, Name, Code, Parent) = (unit.Id.ToString(), unit.Version, unit.Name, unit.Code, unit.ParentId?.ToString());
        (Kind, EndedOn) = (ApiFields.WordOf(unit.Kind.ToString()), unit.EndedOn);
    }

    public string Id { get; }

    public int Version { get; }

    public LocalizedText Name { get; }

    public string Code { get; }

    /// <summary>The unit above it.</summary>
    public string? Parent { get; }

    public string Kind { get; }

    public DateOnly? EndedOn { get; }
}
