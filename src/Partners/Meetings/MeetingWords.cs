using System.Globalization;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Ui.Records;

namespace Entente.Partners.Meetings;

/// <summary>How meetings are said on pages.</summary>
internal static class MeetingWords
{
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static StateKind KindOf(MeetingState state) => state switch
    {
        MeetingState.Planned => StateKind.Waiting,
        MeetingState.Held => StateKind.Done,
        _ => StateKind.Neutral,
    };

    /// <summary>When it is: the day, and from when to when where that is known.</summary>
    public static string When(TextCatalog texts, MeetingView meeting) => (meeting.Starts, meeting.Minutes) switch
    {
        (null, _) => texts.Date(meeting.On),
        ({ } starts, null) => texts.Date(meeting.On) + " " + Time(starts),
        ({ } starts, { } minutes) => texts.Date(meeting.On) + " " + Time(starts) + "–" + Time(starts.AddMinutes(minutes)),
    };

    /// <summary>What matters now about it.</summary>
    public static string Matter(TextCatalog texts, MeetingView meeting) => meeting switch
    {
        { IsWithdrawn: true } => texts["meetings.matter.withdrawn", meeting.WithdrawnBy ?? "", meeting.WithdrawnReason ?? ""],
        { State: MeetingState.CalledOff } => texts["meetings.matter.called-off", meeting.Reason ?? ""],
        { State: MeetingState.Planned } when meeting.On > meeting.Today => texts["meetings.matter.coming", texts.Date(meeting.On)],
        { State: MeetingState.Planned } => texts["meetings.matter.past", texts.Date(meeting.On)],
        { Editions.Count: 0 } => texts["meetings.matter.no-minutes"],
        _ when meeting.FollowUps.Count(f => f.IsOpen) is > 0 and var open => texts.Count("meetings.matter.open", open),
        _ => texts["meetings.matter.done"],
    };
}
