namespace Entente.Ui.Records;

/// <summary>What became of one row of an imported table.</summary>
/// <param name="Row">The row in the sheet, counted as the sheet counts it.</param>
/// <param name="Kind">What it means: done, waiting for a decision, blocked by a mistake.</param>
/// <param name="State">The word for it: new, changed, unchanged, refused.</param>
/// <param name="Message">The sentence: what was found or what to change.</param>
/// <param name="Column">The column it is about.</param>
/// <param name="Label">What the row is about: a name.</param>
/// <param name="Address">The record, once there is one.</param>
public sealed record OutcomeRow(int Row, StateKind Kind, string State, string Message, string? Column = null, string? Label = null, string? Address = null);
