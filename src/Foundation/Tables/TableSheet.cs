namespace Entente.Foundation.Tables;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="IsHidden">Whether the person cannot see it without unhiding it.</param>
public sealed record TableSheet(string Name, bool IsHidden);
