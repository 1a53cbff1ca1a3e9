using Entente.Foundation.Data;
using Entente.Ui.Pictures;
using Entente.Ui.Records;

namespace Entente.Ui.Gallery;

/// <summary>A row of the gallery's list.</summary>
/// <param name="Name">An invented partner.</param>
/// <param name="State">What its state means.</param>
/// <param name="Places">Places a year.</param>
/// <param name="Until">The last day of its agreement.</param>
public sealed record GalleryRow(LocalizedText Name, StateKind State, int Places, DateOnly Until);

/// <summary>Invented records, enough of them that components look lived in.</summary>
internal static class GallerySamples
{
    private static readonly (string En, string Zh)[] Cities =
    [
        ("Northlake", "北湖"), ("Harbour", "海港"), ("Alder", "桤木"), ("Rivermouth", "河口"), ("Stonebridge", "石桥"), ("Eastmoor", "东原"), ("Pinewood", "松林"), ("Silver Bay", "银湾"),
    ];

    private static readonly (string En, string Zh)[] Kinds = [("University of {0}", "{0}大学"), ("{0} Institute of Technology", "{0}理工学院"), ("{0} School of Water Research", "{0}水研究院")];

    /// <summary>What a check says, and the rule it stands on.</summary>
    public static LocalizedText Sentence { get; } = new("Both signatories are named and may sign for their side.", "双方签署人均已列明，并有权代表本方签署。");

    /// <inheritdoc cref="Sentence"/>
    public static LocalizedText Citation { get; } = new("Rules of the school on agreements, section 4", "学院协议管理办法第四条");

    /// <summary>Every icon there is.</summary>
    public static IReadOnlyList<string> Icons { get; } =
        [.. File.ReadAllText(Path.Combine(AssetCatalog.Folder, "icons.svg")).Split("<symbol id=\"").Skip(1).Select(s => s[..s.IndexOf('"', StringComparison.Ordinal)])];

    /// <summary>Two dozen partners.</summary>
    public static IReadOnlyList<GalleryRow> Rows { get; } =
    [
        .. Kinds.SelectMany((kind, k) => Cities.Select((city, c) => new GalleryRow(
            new LocalizedText(Fill(kind.En, city.En), Fill(kind.Zh, city.Zh)), (StateKind)((k + c) % 6), (c * 7 + k * 3) % 24, new DateOnly(2026 + (c + k) % 4, 1 + (c * 5 + k) % 12, 28)))),
    ];

    /// <summary>Places of the world; the names are those of the rows.</summary>
    public static IReadOnlyList<MapDot> Dots =>
    [
        .. new (double Latitude, double Longitude)[]
        {
            (52.2, .1), (48.8, 2.3), (55.7, 12.6), (47.4, 8.5), (41.4, 2.2), (35.7, 139.7), (37.6, 127), (1.35, 103.8), (-33.9, 151.2), (-37.8, 144.9), (37.4, -122.2), (42.4, -71.1), (43.7, -79.4),
            (49.3, -123.2), (-23.5, -46.6), (-33.9, 18.5), (-1.3, 36.8), (30, 31.2), (28.6, 77.2), (13.8, 100.5), (59.3, 18.1), (52.5, 13.4),
        }.Select((p, i) => new MapDot(Rows[i].Name.ToString(), p.Latitude, p.Longitude, 1 + i * 5 % 12, "/gallery?q=" + i)),
    ];

    /// <summary>Sent and received, with the places there were.</summary>
    public static IReadOnlyList<BarPairRow> Balance { get; } =
    [
        .. Enumerable.Range(2021, 6).Select(y => new BarPairRow(y.ToString(System.Globalization.CultureInfo.InvariantCulture), (y * 7 - 14140) % 19 + 3, (y * 11 - 22222) % 13) { LeftOf = 20, RightOf = 20 }),
    ];

    /// <summary>A growing number, restated once.</summary>
    public static IReadOnlyList<LinePoint> Growth(string note) =>
    [
        .. new[] { 11, 14, 19, 22, 21, 27, 34 }.Select((v, i) => new LinePoint((2020 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), v, i == 3, i == 3 ? note : null)),
    ];

    private static string Fill(string pattern, string city) => pattern.Replace("{0}", city, StringComparison.Ordinal);
}
