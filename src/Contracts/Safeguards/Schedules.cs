using Entente.Foundation.Data;

namespace Entente.Contracts.Safeguards;

/// <summary>Asks the packs in force for the steps of something that has a beginning and an end: what is due how long before or after, and from whom.</summary>
public interface ISchedules
{
    /// <summary>The steps of a schedule in the order of the pack; none where no pack in force has it.</summary>
    Task<IReadOnlyList<ScheduledStep>> OfAsync(string schedule, CancellationToken cancellation);
}

/// <summary>A step of a schedule.</summary>
/// <param name="Code">Tells it from the others: <c>visa</c>.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="FromEnd">Whether it is counted from the last day; else from the first.</param>
/// <param name="Days">Days after that day; before it where negative.</param>
/// <param name="ShowDays">How many days before it is due it comes on the desk.</param>
/// <param name="Role">The role that owes it; none: the person it is about.</param>
public sealed record ScheduledStep(string Code, LocalizedText Title, bool FromEnd, int Days, int ShowDays, string? Role)
{
    /// <summary>Whole months after that day, before the days are added; before it where negative.</summary>
    public int Months { get; init; }

    /// <summary>The last day for it.</summary>
    public DateOnly DueFor(DateOnly first, DateOnly last) => (FromEnd ? last : first).AddMonths(Months).AddDays(Days);
}
