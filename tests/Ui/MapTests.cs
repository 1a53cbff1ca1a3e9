using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Ui.Pictures;

namespace Entente.Ui.Tests;

public sealed partial class MapTests
{
    private static readonly MapFrame Frame = new(150);

    [Fact]
    public void An_island_on_both_sides_of_the_180th_meridian_does_not_run_around_the_world()
    {
        double[][] island = [[178, -18], [180, -18], [-179, -17], [-179, -16], [180, -16], [178, -16]];
        var xs = Place().Matches(Land.Draw([island], 150)).Select(m => int.Parse(m.Groups["x"].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(xs);
        // 3 degrees of 360 on a map 10,000 tenths wide.
        Assert.All(xs, x => Assert.InRange(Math.Abs(x), 0, 10_000));
        Assert.InRange(WidthOf(Land.Draw([island], 150)), 1, 120);
    }

    [Fact]
    public void Names_never_overlap_and_the_largest_come_first()
    {
        var dots = Enumerable.Range(0, 40).Select(i => new DrawnDot(100 + i * 7 % 90, 200 + i * 13 % 70, 10 - i * .1, "University " + i)).ToList();
        var labels = MapLabels.Of(dots, 6);
        Assert.InRange(labels.Count, 2, 6);
        var lines = labels.Select(l => l.Y).Order().ToList();
        Assert.Equal(labels.Count, labels.Select(l => l.Text).Distinct(StringComparer.Ordinal).Count());
        foreach (var (a, b) in labels.SelectMany((a, i) => labels.Skip(i + 1).Select(b => (a, b))).Where(p => p.a.IsLeft == p.b.IsLeft && Math.Abs(p.a.X - p.b.X) < 20))
            Assert.True(Math.Abs(a.Y - b.Y) >= 15, $"{a} over {b}");
        Assert.True(lines.Count > 0);
    }

    [Fact]
    public void A_way_over_the_edge_of_the_sheet_is_drawn_in_two_parts()
    {
        // From London (left of the edge at 30° west) to New York (right of it).
        Assert.Equal(2, MapFlows.Path(Frame, 51.5, 0, 40.7, -74).Count(c => c == 'M'));
        Assert.Equal(1, MapFlows.Path(Frame, 31.2, 121.5, 35.7, 139.7).Count(c => c == 'M'));
        Assert.Equal("", MapFlows.Path(Frame, 10, 10, 10, 10));
    }

    private static int WidthOf(string path)
    {
        var (x, left, right) = (0, int.MaxValue, int.MinValue);
        foreach (Match step in Step().Matches(path))
        {
            var dx = int.Parse(step.Groups["x"].Value, CultureInfo.InvariantCulture);
            x = step.Groups["m"].Success ? dx : x + dx;
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
        }

        return right - left;
    }

    [GeneratedRegex("M(?<x>-?[0-9]+) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("(?<m>M)?(?<x>-?[0-9]+) -?[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();
}
