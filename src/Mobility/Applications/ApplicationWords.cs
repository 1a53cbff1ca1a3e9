using System.Globalization;
using Entente.Mobility.Model;
using Entente.Ui.Records;

namespace Entente.Mobility.Applications;

/// <summary>How applications are said.</summary>
internal static class ApplicationWords
{
    public static StateKind KindOf(ApplicationState state) => state switch
    {
        ApplicationState.Draft => StateKind.Waiting,
        ApplicationState.Submitted => StateKind.Done,
        ApplicationState.Excluded => StateKind.Blocked,
        _ => StateKind.Neutral,
    };

    /// <summary>How the office is told where one stands: the only drafts it sees are those a rule held.</summary>
    public static (StateKind Kind, string TextKey) ForOffice(ApplicationState state) =>
        state == ApplicationState.Draft ? (StateKind.Blocked, "apply.state.held") : (KindOf(state), "apply.state." + state);

    /// <summary>A grade in hundredths, as it is written.</summary>
    public static string Grade(int? hundredths) => hundredths is { } grade ? (grade / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "";
}
