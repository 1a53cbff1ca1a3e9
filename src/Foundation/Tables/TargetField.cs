namespace Entente.Foundation.Tables;

/// <summary>A field an import can fill.</summary>
/// <param name="Id">Its stable name, such as <c>startDate</c>.</param>
/// <param name="Synonyms">What people call it in a header, in any language; the first ones count as much as the last.</param>
/// <param name="IsRequired">Whether the import cannot do without it.</param>
public sealed record TargetField(string Id, IReadOnlyList<string> Synonyms, bool IsRequired = false);
