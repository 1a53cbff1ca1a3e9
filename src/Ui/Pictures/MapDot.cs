namespace Entente.Ui.Pictures;

/// <summary>A place on the map.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Weight">How much there is; the dot's area grows with it.</param>
/// <param name="Address">Its page.</param>
/// <param name="Flow">How many went either way between here and there; the line is as thick. None: not told.</param>
public sealed record MapDot(string Label, double Latitude, double Longitude, int Weight, string? Address = null, int? Flow = null);

/// <summary>Where the school is: flows lead from here.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record MapHome(string Label, double Latitude, double Longitude);
