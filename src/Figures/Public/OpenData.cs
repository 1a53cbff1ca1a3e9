using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Contracts.Partners;
using Entente.Figures.Answers;
using Entente.Figures.Counting;
using Entente.Figures.Vintages;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Public;

/// <summary>What the public site is made of, as files: figures and partners, CSV and JSON, and a page that names them.</summary>
internal static class OpenData
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.Public();
        open.MapGet("/data", ShowAsync);
        open.MapGet("/data/figures.csv", FiguresCsvAsync);
        open.MapGet("/data/figures.json", FiguresJsonAsync);
        open.MapGet("/data/partners.csv", PartnersCsvAsync);
        open.MapGet("/data/partners.json", PartnersJsonAsync);
    }

    private static async Task<IResult> ShowAsync(Site site, SchoolClock clock, CancellationToken cancellation) =>
        Page.Show<OpenDataPage>(new OpenDataModel((await site.WordsAsync(cancellation)).Licence, clock.Today));

    private static async Task<IResult> FiguresCsvAsync(FigureCatalog catalog, AppDbContext db, TextCatalog texts, SchoolClock clock, CancellationToken cancellation) =>
        OpenTable.Csv("figures.csv", ["id", "version", "name_en", "name_zh", "value", "unit", "as_of", "from", "records", "digest"],
            (await CountAsync(catalog, db, clock, cancellation)).Select(c => (IReadOnlyList<object?>)
            [
                c.Definition.Id, c.Definition.Version, texts.In(Language.English, $"figure.{c.Definition.Id}.name"), texts.In(Language.Chinese, $"figure.{c.Definition.Id}.name"),
                c.IsWithheld ? null : c.Value, c.Definition.Unit.ToString().ToLowerInvariant(), c.Window.AsOf, c.Window.From,
                c.IsWithheld ? null : c.Records.Count, c.IsWithheld ? null : c.Digest,
            ]));

    private static async Task<IResult> FiguresJsonAsync(FigureCatalog catalog, AppDbContext db, FigureReport report, SchoolClock clock, CancellationToken cancellation) =>
        Results.Bytes(report.OfAll(await CountAsync(catalog, db, clock, cancellation), clock.Today), "application/json; charset=utf-8");

    private static async Task<IResult> PartnersCsvAsync(IPublicPartners partners, SchoolClock clock, CancellationToken cancellation) =>
        OpenTable.Csv("partners.csv", ["organisation", "ror", "name_en", "name_zh", "country", "city_en", "city_zh", "latitude", "longitude", "agreements", "since"],
            (await partners.AllAsync(clock.Today, cancellation)).Select(p => (IReadOnlyList<object?>)
                [p.Organisation.ToString(), p.Ror, p.Name.Exactly("en"), p.Name.Exactly("zh-Hans"), p.Country, p.City.Exactly("en"), p.City.Exactly("zh-Hans"), p.Latitude, p.Longitude, p.Agreements, p.Since]));

    private static async Task<IResult> PartnersJsonAsync(IPublicPartners partners, SchoolClock clock, CancellationToken cancellation) => Json(new
    {
        AsOf = clock.Today,
        Partners = (await partners.AllAsync(clock.Today, cancellation)).Select(p => new
        {
            Id = p.Organisation.ToString(),
            p.Ror,
            Name = p.Name.Texts,
            p.Country,
            City = p.City.Texts,
            p.Latitude,
            p.Longitude,
            p.Agreements,
            p.Since,
            Kinds = p.Kinds.Select(k => k.Texts),
        }),
    });

    private static IResult Json(object content) => Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(content, Form), "application/json; charset=utf-8");

    private static async Task<IReadOnlyList<FigureCount>> CountAsync(FigureCatalog catalog, AppDbContext db, SchoolClock clock, CancellationToken cancellation)
    {
        var counts = new List<FigureCount>();
        foreach (var figure in catalog.All) counts.Add(await Counts.CountAsync(db, figure, clock.Today, cancellation));
        return counts;
    }
}

/// <summary>What the page shows.</summary>
public sealed record OpenDataModel(LocalizedText Licence, DateOnly Today);
