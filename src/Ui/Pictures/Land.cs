using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Entente.Ui.Pictures;

/// <summary>The land of the map as one SVG path, without borders; drawn once for each middle meridian.</summary>
internal static class Land
{
    private static readonly ConcurrentDictionary<double, string> Drawn = new();

    /// <summary>The path's data for a frame; empty where the build left no land.</summary>
    public static string Path(MapFrame frame) => Drawn.GetOrAdd(frame.Middle, static middle => Draw(Rings(), middle));

    private static IReadOnlyList<double[][]> Rings()
    {
        var file = System.IO.Path.Combine(AssetCatalog.Folder, "land.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<List<double[][]>>(File.ReadAllBytes(file))! : [];
    }

    /// <summary>Draws rings of [longitude, latitude], cut where the sheet's edge runs through them.</summary>
    internal static string Draw(IReadOnlyList<double[][]> rings, double middle)
    {
        var path = new StringBuilder();
        foreach (var ring in rings.Where(r => r.Max(p => p[1]) > -56).Select(Unrolled))
        {
            foreach (var turn in (ReadOnlySpan<double>)[-360, 0, 360])
            {
                var shifted = ring.Select(p => (East: p[0] - middle + turn, North: p[1])).ToList();
                Append(path, Cut(Cut(shifted, -180, keepAbove: true), 180, keepAbove: false));
            }
        }

        return path.ToString();
    }

    /// <summary>A ring without the leap from 180° east to 180° west: what lies beyond goes on counting, so that Fiji is two islands and not a line around the world.</summary>
    private static double[][] Unrolled(double[][] ring)
    {
        var turn = 0;
        return [.. ring.Select((p, i) =>
        {
            if (i > 0 && Math.Abs(p[0] - ring[i - 1][0]) > 180) turn += p[0] < 0 ? 360 : -360;
            return new[] { p[0] + turn, p[1] };
        })];
    }

    /// <summary>Sutherland and Hodgman's cut of a polygon at one meridian.</summary>
    private static List<(double East, double North)> Cut(List<(double East, double North)> ring, double edge, bool keepAbove)
    {
        var kept = new List<(double East, double North)>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var from = ring[i];
            var to = ring[(i + 1) % ring.Count];
            var fromIn = keepAbove ? from.East >= edge : from.East <= edge;
            var toIn = keepAbove ? to.East >= edge : to.East <= edge;
            if (fromIn) kept.Add(from);
            if (fromIn != toIn)
                kept.Add((edge, from.North + (to.North - from.North) * (edge - from.East) / (to.East - from.East)));
        }

        return kept;
    }

    /// <summary>Whole units and steps relative to the last point: a third of the bytes of absolute decimals.</summary>
    private static void Append(StringBuilder path, List<(double East, double North)> ring)
    {
        if (ring.Count < 3) return;
        var points = ring.Select(p => MapFrame.OnSheet(p.North, p.East)).Select(p => (X: Tenths(p.X), Y: Tenths(p.Y))).ToList();
        var (x, y) = points[0];
        path.Append(CultureInfo.InvariantCulture, $"M{x} {y}l");
        foreach (var (nextX, nextY) in points.Skip(1))
        {
            if (nextX == x && nextY == y) continue;
            path.Append(CultureInfo.InvariantCulture, $"{nextX - x} {nextY - y} ");
            (x, y) = (nextX, nextY);
        }

        path.Append('Z');
    }

    private static int Tenths(double units) => (int)Math.Round(units * 10);
}
