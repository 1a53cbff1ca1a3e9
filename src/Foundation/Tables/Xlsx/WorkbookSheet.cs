namespace Entente.Foundation.Tables.Xlsx;

/// <summary>A worksheet and the part it stands in.</summary>
internal sealed record WorkbookSheet(string Name, bool IsHidden, string Part);
