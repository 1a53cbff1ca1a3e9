namespace Entente.Ui.Pictures;

/// <summary>A value of a line.</summary>
/// <param name="Label">A year, a date.</param>
/// <param name="Value">The value, not negative.</param>
/// <param name="Restated">Whether it was corrected after it was published; marked with a ring.</param>
/// <param name="Note">Why; shown in the table.</param>
public sealed record LinePoint(string Label, decimal Value, bool Restated = false, string? Note = null);
