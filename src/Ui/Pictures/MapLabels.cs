namespace Entente.Ui.Pictures;

/// <summary>A dot as it is drawn, in user units of the map.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
/// <param name="Radius">Of the circle.</param>
/// <param name="Text">Its name.</param>
internal readonly record struct DrawnDot(double X, double Y, double Radius, string Text);

/// <summary>A name beside its dot.</summary>
/// <param name="X">Where it begins, or ends where <paramref name="IsLeft"/>.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="IsLeft">Whether it stands left of the dot.</param>
/// <param name="Text">The name.</param>
internal readonly record struct MapLabel(double X, double Y, bool IsLeft, string Text);

/// <summary>Names the largest dots, as far as the names have room: right of the dot, else left of it, else not at all.</summary>
internal static class MapLabels
{
    private const double Size = 13;

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    /// <summary>The labels of at most <paramref name="most"/> dots; the dots come largest first.</summary>
    public static IReadOnlyList<MapLabel> Of(IReadOnlyList<DrawnDot> dots, int most)
    {
        var taken = dots.Select(d => new Box(d.X - d.Radius, d.Y - d.Radius, d.X + d.Radius, d.Y + d.Radius)).ToList();
        var labels = new List<MapLabel>();
        for (var i = 0; i < dots.Count && labels.Count < most; i++)
        {
            var dot = dots[i];
            foreach (var isLeft in (ReadOnlySpan<bool>)[false, true])
            {
                var edge = isLeft ? dot.X - dot.Radius - 4 : dot.X + dot.Radius + 4;
                var width = WidthOf(dot.Text);
                var box = new Box(isLeft ? edge - width : edge, dot.Y - Size * .6, isLeft ? edge : edge + width, dot.Y + Size * .6);
                if (box.Left < 0 || box.Right > MapFrame.Width || taken.Any(t => t.Meets(box))) continue;
                taken.Add(box);
                labels.Add(new(edge, dot.Y + Size * .35, isLeft, dot.Text));
                break;
            }
        }

        return labels;
    }

    /// <summary>About as wide as a browser sets it: Han characters are square, Latin ones a little over half as wide.</summary>
    private static double WidthOf(string text) => text.Sum(c => c >= '\u2e80' ? Size : Size * .56);
}
