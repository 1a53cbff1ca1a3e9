namespace Entente.Ui.Records;

/// <summary>One step of a wizard.</summary>
/// <param name="TextKey">The key of its verb: upload, map, check.</param>
/// <param name="Address">Where it is, once it can be gone back to.</param>
public sealed record Step(string TextKey, string? Address = null);
