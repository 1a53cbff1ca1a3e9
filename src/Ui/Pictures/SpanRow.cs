using Entente.Ui.Records;

namespace Entente.Ui.Pictures;

/// <summary>One row of bars over time: a person and the stays, an agreement and its terms.</summary>
/// <param name="Label">Whose row it is.</param>
/// <param name="Bars">The bars.</param>
/// <param name="Address">The row's page.</param>
public sealed record SpanRow(string Label, IReadOnlyList<SpanBar> Bars, string? Address = null);

/// <summary>A time from one date to another, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; none: it has not ended.</param>
/// <param name="Text">What it is.</param>
/// <param name="Kind">What it means.</param>
public sealed record SpanBar(DateOnly From, DateOnly? To, string Text, StateKind Kind = StateKind.Done);
