using System.Globalization;

namespace Entente.Ui.Pictures;

/// <summary>Writes coordinates: short, with a point, whatever the reader's language.</summary>
internal static class Drawing
{
    /// <summary>A length in user units, to a tenth.</summary>
    public static string Units(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A share of the picture's width, so that bars stretch while words keep their size.</summary>
    public static string Share(double share) => Math.Round(share * 100, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>A number as the reader writes it, without needless decimals.</summary>
    public static string Number(decimal value) => value.ToString(value == decimal.Truncate(value) ? "N0" : "#,##0.##", CultureInfo.CurrentCulture);

    /// <summary>The step between the lines of a scale: 1, 2 or 5 times a power of ten, at most four lines, never below a whole unit for whole values.</summary>
    public static decimal Step(decimal largest)
    {
        if (largest <= 0) return 1;
        var rough = (double)largest / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var factor = rough / power;
        var step = (decimal)(power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10));
        return step;
    }
}
