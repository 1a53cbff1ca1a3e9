using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Contracts.Figures;

/// <summary>A room's figures; collected from all rooms.</summary>
public interface IFigureSource
{
    /// <summary>The definitions.</summary>
    IEnumerable<FigureDefinition> Figures { get; }
}

/// <summary>
/// A number with a meaning. Its words are texts of the room that contributes it:
/// <c>figure.{Id}.name</c>, <c>.definition</c> (how it is counted, exclusions included), <c>.unit.one</c>, <c>.unit.other</c>
/// (the bare noun: "agreement", "agreements"; 份协议).
/// A change of the meaning is a new <see cref="Version"/>.
/// </summary>
public sealed record FigureDefinition
{
    /// <summary>Room, thing and state: <c>partners.agreements.active</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Rises when the meaning changes.</summary>
    public required int Version { get; init; }

    /// <summary>Whether different things or occurrences are counted.</summary>
    public required FigureUnit Unit { get; init; }

    /// <summary>Whether it holds at a date or for a calendar year.</summary>
    public required FigureTime Time { get; init; }

    /// <summary>For <see cref="FigureTime.Period"/>: the first day of the period that contains a date.</summary>
    public Func<DateOnly, DateOnly>? PeriodOf { get; init; }

    /// <summary>Values from 1 to this one are not shown to the public; 0 shows all.</summary>
    public int SuppressUpTo { get; init; }

    /// <summary>The records counted within a window, without regard to a viewer: the value is the same for all.</summary>
    public required Func<AppDbContext, FigureWindow, IQueryable<CountedRecord>> Records { get; init; }

    /// <summary>
    /// The records as one viewer may see them, in the order a list should name them: keys outside the answer are not shown.
    /// The public gets what is safe to publish.
    /// </summary>
    public required Func<AppDbContext, Viewer, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyList<CountedLabel>>> Labels { get; init; }

    /// <summary>The dates it is counted for at a date.</summary>
    public FigureWindow WindowAt(DateOnly asOf) => new(asOf, Time switch
    {
        FigureTime.Year => new DateOnly(asOf.Year, 1, 1),
        FigureTime.Period => PeriodOf!(asOf),
        _ => asOf,
    });

    /// <summary>The date of an earlier year to compare with: a period is complete on its last day; what holds at a date is taken on the same day.</summary>
    public DateOnly YearsBefore(DateOnly asOf, int years) => Time switch
    {
        FigureTime.Year => new DateOnly(asOf.Year - years, 12, 31),
        FigureTime.Period => PeriodOf!(asOf).AddYears(1 - years).AddDays(-1),
        _ => asOf.AddYears(-years),
    };
}

/// <summary>What is counted.</summary>
public enum FigureUnit
{
    /// <summary>Different keys: persons, countries.</summary>
    Distinct,

    /// <summary>Occurrences: visits, signatures.</summary>
    Instances,

    /// <summary>The sum of what the records carry (<see cref="CountedRecord.Amount"/>): places of agreements.</summary>
    Amount,
}

/// <summary>When a figure holds.</summary>
public enum FigureTime
{
    /// <summary>At a date.</summary>
    AsOf,

    /// <summary>From 1 January to the as-of date of its year.</summary>
    Year,

    /// <summary>From the first day of a period of the room's own, such as the academic year, to the as-of date (<see cref="FigureDefinition.PeriodOf"/>).</summary>
    Period,
}

/// <summary>The dates a figure is counted for.</summary>
/// <param name="AsOf">The last date that counts.</param>
/// <param name="From">The first date of the period; equal to <paramref name="AsOf"/> for as-of figures.</param>
public sealed record FigureWindow(DateOnly AsOf, DateOnly From);

/// <summary>One counted record, without personal data; a vintage stores exactly these.</summary>
public sealed class CountedRecord
{
    /// <summary>The record's key.</summary>
    public required Guid Record { get; init; }

    /// <summary>The record's version.</summary>
    public required int RecordVersion { get; init; }

    /// <summary>What must differ to count twice; the record itself for instances.</summary>
    public required string CountedAs { get; init; }

    /// <summary>The date by which it counts; none where the state alone decides.</summary>
    public DateOnly? CountedOn { get; init; }

    /// <summary>How much the record adds where amounts are summed; left at 1 elsewhere.</summary>
    public long Amount { get; init; } = 1;
}

/// <summary>A counted record as somebody may see it.</summary>
/// <param name="Record">Its key.</param>
/// <param name="Text">Its name.</param>
/// <param name="Address">Its page; none for the public.</param>
/// <param name="Detail">A second line: place, dates.</param>
public sealed record CountedLabel(Guid Record, LocalizedText Text, string? Address, LocalizedText? Detail);
