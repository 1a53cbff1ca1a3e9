namespace Entente.Ui.Pictures;

/// <summary>
/// The Natural Earth projection (T. Patterson 2008; polynomials by B. Šavrič et al., "A Polynomial Equation for the Natural
/// Earth Projection", Cartography and Geographic Information Science 38(4), 2011): a compromise that shows the whole world without
/// blowing up the poles as Mercator does.
/// </summary>
internal static class NaturalEarth
{
    /// <summary>Half of the equator's length for a unit sphere.</summary>
    public const double HalfWidth = 0.8707 * Math.PI;

    /// <summary>Projects a place.</summary>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east of the middle meridian, −180 to 180.</param>
    /// <returns>x to the right and y upwards, for a unit sphere.</returns>
    public static (double X, double Y) Project(double latitude, double longitude)
    {
        var phi = latitude * Math.PI / 180;
        var lambda = longitude * Math.PI / 180;
        var p2 = phi * phi;
        var p4 = p2 * p2;
        var x = lambda * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)));
        var y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
        return (x, y);
    }
}
