using Entente.Ui.Records;

namespace Entente.Ui.Pictures;

/// <summary>One row of bars over time: a person and the stays, an agreement and its terms.</summary>
/// <param name="Label">Whose row it is.</param>
/// <param name="Bars">The bars.</param>
/// <param name="Address">The row's page.</param>
public sealed record SpanRow(string Label, IReadOnlyList<SpanBar> Bars, string? Address = null)
{
    /// <summary>Single days marked on the row, above its bars.</summary>
    public IReadOnlyList<SpanMark> Marks { get; init; } = [];
}

/// <summary>A single day on a row.</summary>
/// <param name="On">The day.</param>
/// <param name="Label">One or two characters in the mark: a number.</param>
/// <param name="Text">What it is.</param>
/// <param name="Kind">What it means.</param>
public sealed record SpanMark(DateOnly On, string Label, string Text, StateKind Kind = StateKind.Done);

/// <summary>A time from one date to another, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; none: it has not ended.</param>
/// <param name="Text">What it is.</param>
/// <param name="Kind">What it means.</param>
public sealed record SpanBar(DateOnly From, DateOnly? To, string Text, StateKind Kind = StateKind.Done);
