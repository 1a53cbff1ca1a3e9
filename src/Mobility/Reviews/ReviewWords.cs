using System.Globalization;
using Entente.Mobility.Model;
using Entente.Ui.Records;

namespace Entente.Mobility.Reviews;

/// <summary>How reviews are said.</summary>
internal static class ReviewWords
{
    public static StateKind KindOf(ReviewState state) => state switch
    {
        ReviewState.Sent => StateKind.Done,
        ReviewState.Asked => StateKind.Waiting,
        _ => StateKind.Neutral,
    };

    public static string StateKey(ReviewLine review) => review is { State: ReviewState.Asked, IsBegun: true } ? "reviews.state.Begun" : "reviews.state." + review.State;

    /// <summary>Hundredths as a number with one digit less: 8245 reads 82.5.</summary>
    public static string Points(int hundredths) => Points(hundredths / 100.0);

    public static string Points(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
