using System.Globalization;
using System.Text;

namespace Entente.Ui.Pictures;

/// <summary>The way from one place to another as an arc of a great circle, drawn as path data; in two parts where the sheet's edge lies between.</summary>
internal static class MapFlows
{
    private const int Steps = 32;

    /// <summary>The path from a place to a place.</summary>
    public static string Path(MapFrame frame, double fromLatitude, double fromLongitude, double toLatitude, double toLongitude)
    {
        var from = Direction(fromLatitude, fromLongitude);
        var to = Direction(toLatitude, toLongitude);
        var angle = Math.Acos(Math.Clamp(from.X * to.X + from.Y * to.Y + from.Z * to.Z, -1, 1));
        if (angle < 1e-6) return "";
        var path = new StringBuilder();
        var before = double.NaN;
        for (var i = 0; i <= Steps; i++)
        {
            var share = i / (double)Steps;
            var a = Math.Sin((1 - share) * angle) / Math.Sin(angle);
            var b = Math.Sin(share * angle) / Math.Sin(angle);
            var (x, y, z) = (a * from.X + b * to.X, a * from.Y + b * to.Y, a * from.Z + b * to.Z);
            var place = frame.Place(Math.Atan2(z, Math.Sqrt(x * x + y * y)) * 180 / Math.PI, Math.Atan2(y, x) * 180 / Math.PI);
            // A leap of half the sheet is the edge.
            var command = double.IsNaN(before) || Math.Abs(place.X - before) > MapFrame.Width / 2 ? 'M' : 'L';
            path.Append(CultureInfo.InvariantCulture, $"{command}{Drawing.Units(place.X)} {Drawing.Units(place.Y)}");
            before = place.X;
        }

        return path.ToString();
    }

    private static (double X, double Y, double Z) Direction(double latitude, double longitude)
    {
        var (phi, lambda) = (latitude * Math.PI / 180, longitude * Math.PI / 180);
        return (Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
    }
}
