namespace Entente.Foundation.Data;

/// <summary>Names any record of any room.</summary>
/// <param name="Kind">Room and thing: <c>partners.agreement</c>.</param>
/// <param name="Key">The record's key.</param>
public readonly record struct RecordRef(string Kind, Guid Key);
