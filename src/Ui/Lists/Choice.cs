namespace Entente.Ui.Lists;

/// <summary>One choice of a list, a filter or a field.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
public sealed record Choice(string Value, string Text);
