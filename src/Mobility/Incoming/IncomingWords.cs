using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Records;

namespace Entente.Mobility.Incoming;

/// <summary>Where an incoming student stands, from the nomination to the day they leave: one word, the same for office, partner and student.</summary>
public enum IncomingStanding
{
    /// <summary>Nominated; the application is waited for.</summary>
    Nominated,

    /// <summary>Applied; the decision is waited for.</summary>
    Applied,

    /// <summary>Admitted; the arrival is waited for.</summary>
    Admitted,

    /// <summary>Here.</summary>
    Here,

    /// <summary>Left as planned or earlier.</summary>
    Left,

    /// <summary>Admitted, and did not come.</summary>
    CalledOff,

    Refused,

    /// <summary>Taken back by the partner.</summary>
    TakenBack,

    /// <summary>Withdrawn by the student.</summary>
    Withdrawn,
}

/// <summary>How incoming students are said.</summary>
internal static class IncomingWords
{
    public static IncomingStanding Of(IncomingState state, StayState? stay) => (state, stay) switch
    {
        (IncomingState.Admitted, StayState.UnderWay) => IncomingStanding.Here,
        (IncomingState.Admitted, StayState.Returned) => IncomingStanding.Left,
        (IncomingState.Admitted, StayState.CalledOff) => IncomingStanding.CalledOff,
        (IncomingState.Admitted, _) => IncomingStanding.Admitted,
        (IncomingState.Applied, _) => IncomingStanding.Applied,
        (IncomingState.Refused, _) => IncomingStanding.Refused,
        (IncomingState.TakenBack, _) => IncomingStanding.TakenBack,
        (IncomingState.Withdrawn, _) => IncomingStanding.Withdrawn,
        _ => IncomingStanding.Nominated,
    };

    public static StateKind KindOf(IncomingStanding standing) => standing switch
    {
        IncomingStanding.Nominated => StateKind.Waiting,
        IncomingStanding.Applied => StateKind.Due,
        IncomingStanding.Admitted or IncomingStanding.Here or IncomingStanding.Left => StateKind.Done,
        IncomingStanding.Refused or IncomingStanding.CalledOff => StateKind.Blocked,
        _ => StateKind.Neutral,
    };

    public static string Of(TextCatalog texts, IncomingStanding standing) => texts["incoming.standing." + standing];

    public static IReadOnlyList<Choice> Levels(TextCatalog texts) => [.. Enum.GetNames<Contracts.Partners.StudyLevel>().Select(l => new Choice(l, texts["mobility.level." + l]))];
}
