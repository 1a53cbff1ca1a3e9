namespace Entente.Ui.Pictures;

/// <summary>Where a place lies on the drawn map: a window of 1000 units' width from 80° north to 56° south, Antarctica left out.</summary>
/// <param name="Middle">The meridian in the middle, degrees east. 150 sets the Pacific between China and America, as maps made in China do.</param>
internal sealed record MapFrame(double Middle)
{
    /// <summary>The map's width in user units.</summary>
    public const double Width = 1000;

    private const double North = 80;
    private const double South = -56;
    private const double Scale = Width / (2 * NaturalEarth.HalfWidth);
    private static readonly double Top = NaturalEarth.Project(North, 0).Y;

    /// <summary>The map's height in user units.</summary>
    public static double Height { get; } = Math.Ceiling((Top - NaturalEarth.Project(South, 0).Y) * Scale);

    /// <summary>The place in user units, y downwards.</summary>
    public (double X, double Y) Place(double latitude, double longitude)
    {
        var east = longitude - Middle;
        east -= 360 * Math.Floor((east + 180) / 360);
        return OnSheet(latitude, east);
    }

    /// <summary>The place for a longitude already counted from the middle.</summary>
    public static (double X, double Y) OnSheet(double latitude, double eastOfMiddle)
    {
        var (x, y) = NaturalEarth.Project(latitude, eastOfMiddle);
        return ((x + NaturalEarth.HalfWidth) * Scale, (Top - y) * Scale);
    }
}
