using Entente.Safeguards.Packs;

namespace Entente.Safeguards.Reminders;

/// <summary>Where a thing that falls due stands between the distances of its rule, so that each is reminded of once, also where a morning was missed.</summary>
internal static class ReminderStage
{
    /// <summary>
    /// The nearest distance of the rule that was reached: a number of working days before the last day; −1, −2 … for the first, second …
    /// time after it. None: not reached yet.
    /// </summary>
    public static int? Of(ObligationRule rule, WorkCalendar calendar, DateOnly due, DateOnly today)
    {
        if (today <= due)
        {
            var left = calendar.Between(today, due);
            return rule.Reminders.Where(r => r >= left).Select(r => (int?)r).Min();
        }

        var again = rule.OverdueEvery > 0 ? calendar.Between(due, today) / rule.OverdueEvery : 0;
        return again > 0 ? -again : rule.Reminders.Select(r => (int?)r).Min();
    }

    /// <summary>Whether a stage is to be reminded of, after another one was.</summary>
    public static bool IsNews(int? stage, int? reminded) => stage is { } now && (reminded is not { } before || now < before);
}
