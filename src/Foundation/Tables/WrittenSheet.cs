namespace Entente.Foundation.Tables;

/// <summary>A small sheet to be written.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="Header">The headers.</param>
/// <param name="Rows">The rows, each a value a column.</param>
public sealed record WrittenSheet(string Name, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows);
