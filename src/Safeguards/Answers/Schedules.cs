using Entente.Contracts.Safeguards;
using Entente.Safeguards.Packs;

namespace Entente.Safeguards.Answers;

/// <summary>Answers the steps of a schedule from the packs in force; where several have it, from the one whose version begins last.</summary>
internal sealed class Schedules(PackShelf shelf) : ISchedules
{
    public async Task<IReadOnlyList<ScheduledStep>> OfAsync(string schedule, CancellationToken cancellation) =>
        [.. ((await shelf.TodayAsync(cancellation)).Schedule(schedule)?.Steps ?? []).Select(s => new ScheduledStep(s.Code, s.Title, s.FromEnd, s.Days, s.ShowDays, s.Role) { Months = s.Months })];
}
