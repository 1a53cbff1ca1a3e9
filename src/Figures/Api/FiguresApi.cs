using System.Globalization;
using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Figures.Api;

/// <summary>What the room shows through the API: definitions with their values, and what was published. Small numbers are withheld as on the pages.</summary>
internal sealed class FiguresApi : IApiPart
{
    public string Room => "figures";

    public IEnumerable<ApiRecordKind> Kinds =>
    [
        // What is published is for everybody.
        new("figures.publication", typeof(Vintage), "/publications", (_, _, keys, _) => Task.FromResult<IReadOnlyList<Guid>>([.. keys])),
    ];

    public void Map(ApiRoutes api)
    {
        var asOf = new ApiFilter("asOf", "The last date that counts, ISO 8601; without it, today.");
        api.List<FigureJson>("/figures", "listFigures", "Every figure with its definition and its value at a date.", permission: null, ListAsync, knowsChanges: false, asOf);
        api.Record<FigureJson>("/figures/{id}", "getFigure", "One figure.", permission: null, ShowAsync, asOf);
        api.List<PublicationJson>("/publications", "listPublications", "What was published of figures, restatements included.", permission: null, PublishedAsync, knowsChanges: true, new ApiFilter("figure", "The id of a figure."));
        api.Record<PublicationJson>("/publications/{id}", "getPublication", "One publication.", permission: null, PublicationAsync);
    }

    private static async Task<IResult> ListAsync(ApiQuery query, FigureCatalog catalog, FigureValues values, TextCatalog texts, Viewer viewer, SchoolClock clock, CancellationToken cancellation) =>
        DateIn(query, clock) is { } date ? ApiPage<FigureJson>.OfAll(await OfAsync(catalog.All, date, values, texts, viewer, cancellation), query) : WrongDate;

    private static async Task<IResult> ShowAsync(string id, ApiQuery query, FigureCatalog catalog, FigureValues values, TextCatalog texts, Viewer viewer, SchoolClock clock, CancellationToken cancellation) =>
        DateIn(query, clock) is not { } date ? WrongDate
        : ApiRecord.Of(catalog.Find(id) is { } figure ? (await OfAsync([figure], date, values, texts, viewer, cancellation))[0] : null);

    private static async Task<IResult> PublishedAsync(ApiQuery query, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var published = db.Set<Vintage>().AsNoTracking();
        var (figure, seesAll) = (query["figure"], viewer.May(FiguresPermissions.View));
        if (figure.Length > 0) published = published.Where(v => v.FigureId == figure);
        return await published.ToApiPageAsync(query, v => v.Id, v => new PublicationJson(v, seesAll), cancellation, db);
    }

    private static async Task<IResult> PublicationAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var seesAll = viewer.May(FiguresPermissions.View);
        return ApiRecord.Of(Id<Vintage>.TryParse(id, null, out var key)
            ? await db.Set<Vintage>().AsNoTracking().Where(v => v.Id == key).Select(v => new PublicationJson(v, seesAll)).SingleOrDefaultAsync(cancellation)
            : null);
    }

    private static ApiProblem WrongDate { get; } = new(StatusCodes.Status400BadRequest, "wrong-parameter", "asOf");

    private static DateOnly? DateIn(ApiQuery query, SchoolClock clock) => query["asOf"] is not { Length: > 0 } written ? clock.Today
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date <= clock.Today ? date : null;

    private static async Task<IReadOnlyList<FigureJson>> OfAsync(
        IReadOnlyList<FigureDefinition> figures, DateOnly date, FigureValues values, TextCatalog texts, Viewer viewer, CancellationToken cancellation)
    {
        var known = await values.OfAsync([.. figures.Select(f => f.Id)], date, viewer, cancellation);
        return [.. figures.Select(f => new FigureJson(
            f.Id, f.Version, LocalizedText.InEach(l => texts.In(l, $"figure.{f.Id}.name")), LocalizedText.InEach(l => texts.In(l, $"figure.{f.Id}.definition")),
            ApiFields.WordOf(f.Unit.ToString()), f.WindowAt(date).From, date, known[f.Id].Value, known[f.Id].IsWithheld))];
    }
}

/// <summary>A figure as the API gives it.</summary>
/// <param name="Id">Room, thing and state.</param>
/// <param name="Version">The definition's version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Definition">How it is counted.</param>
/// <param name="Unit">What is counted: distinct, instances, amount.</param>
/// <param name="From">The first date that counts.</param>
/// <param name="AsOf">The last date that counts.</param>
/// <param name="Value">The number; none where it is withheld.</param>
/// <param name="IsWithheld">Whether it is withheld because it is small.</param>
public sealed record FigureJson(
    string Id, int Version, LocalizedText Name, LocalizedText Definition, string Unit, DateOnly From, DateOnly AsOf, long? Value, bool IsWithheld) : IApiItem;

/// <summary>A figure as it was published.</summary>
public sealed record PublicationJson : IApiItem
{
    internal PublicationJson(Vintage vintage, bool seesAll)
    {
        (Id, Figure, DefinitionVersion, Number) = (vintage.Id.ToString(), vintage.FigureId, vintage.DefinitionVersion, vintage.Number);
        (From, AsOf, Restatement, Cause) = (vintage.From, vintage.AsOf, vintage.Restatement, vintage.Cause);
        IsWithheld = vintage.IsWithheld && !seesAll;
        (Value, Digest, PublishedAt) = (IsWithheld ? null : vintage.Value, vintage.Digest, vintage.PublishedAt);
    }

    public string Id { get; }

    /// <summary>The id of the figure.</summary>
    public string Figure { get; }

    public int DefinitionVersion { get; }

    /// <summary>Counts the figure's publications from 1.</summary>
    public int Number { get; }

    public DateOnly From { get; }

    public DateOnly AsOf { get; }

    /// <summary>0 for what was published first for its date.</summary>
    public int Restatement { get; }

    /// <summary>Why it was restated.</summary>
    public LocalizedText? Cause { get; }

    public long? Value { get; }

    public bool IsWithheld { get; }

    /// <summary>SHA-256 over the counted records.</summary>
    public string Digest { get; }

    public Instant PublishedAt { get; }
}
