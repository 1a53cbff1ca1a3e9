using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Ui.Records;

namespace Entente.Mobility.Stays;

/// <summary>How stays are said on pages.</summary>
internal static class StayWords
{
    public static StateKind KindOf(StayState state, bool isBrokenOff) => state switch
    {
        StayState.Planned => StateKind.Waiting,
        StayState.UnderWay => StateKind.Due,
        StayState.Returned => isBrokenOff ? StateKind.Neutral : StateKind.Done,
        _ => StateKind.Blocked,
    };

    public static string StateOf(TextCatalog texts, StayState state, bool isBrokenOff) => texts[isBrokenOff ? "stays.state.BrokenOff" : "stays.state." + state];

    /// <summary>From when to when.</summary>
    public static string Span(TextCatalog texts, DateOnly from, DateOnly until) => texts["stays.span", texts.Date(from), texts.Date(until)];

    /// <summary>What matters now about it.</summary>
    public static string Matter(TextCatalog texts, StayView stay) => stay switch
    {
        { State: StayState.CalledOff } => texts["stays.matter.off", stay.Reason ?? ""],
        { State: StayState.Returned, IsBrokenOff: true } => texts["stays.matter.broken-off", texts.Date(stay.EndedOn), stay.Reason ?? ""],
        { State: StayState.Returned } => texts["stays.matter.returned", texts.Date(stay.EndedOn)],
        { State: StayState.UnderWay } when stay.Until < stay.Today => texts["stays.matter.over", texts.Date(stay.Until)],
        { State: StayState.UnderWay } => texts.Count("stays.matter.under-way", stay.Until.DayNumber - stay.Today.DayNumber + 1, texts.Date(stay.Until)),
        _ when stay.From > stay.Today => texts.Count("stays.matter.planned", stay.From.DayNumber - stay.Today.DayNumber, texts.Date(stay.From)),
        _ => texts["stays.matter.due", texts.Date(stay.From)],
    };
}
