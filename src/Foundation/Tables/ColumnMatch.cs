namespace Entente.Foundation.Tables;

/// <summary>A column of a file taken for a field.</summary>
/// <param name="Field">The field's id.</param>
/// <param name="Column">The column counted from 0.</param>
/// <param name="Header">What its header says.</param>
/// <param name="Score">From 0 to 1: 1 for the same words, 0.95 apart from remarks and signs, less for similar ones.</param>
public sealed record ColumnMatch(string Field, int Column, string Header, double Score);
