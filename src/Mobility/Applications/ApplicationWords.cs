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

    /// <summary>A grade in hundredths, as it is written.</summary>
    public static string Grade(int? hundredths) => hundredths is { } grade ? (grade / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "";
}
