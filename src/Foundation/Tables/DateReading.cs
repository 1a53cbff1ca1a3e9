using System.Runtime.InteropServices;

namespace Entente.Foundation.Tables;

/// <summary>The outcome of reading a date.</summary>
/// <param name="Problem">What is wrong; <see cref="DateProblem.None"/> when there is a date.</param>
/// <param name="Date">The date; null when there is a problem.</param>
/// <param name="Time">The time of day that stood beside it, if any.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DateReading(DateProblem Problem, DateOnly? Date, TimeOnly? Time)
{
    /// <summary>Whether there is a date.</summary>
    public bool IsDate => Problem == DateProblem.None;

    /// <summary>The finding for the person who has to correct the cell; null when there is a date.</summary>
    /// <param name="row">The row the cell stands in.</param>
    /// <param name="column">Its column.</param>
    /// <param name="written">What the cell says.</param>
    public TableFinding? Finding(int row, TableHeader column, string written)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(written);
        var code = Problem switch
        {
            DateProblem.None => null,
            DateProblem.Ambiguous => TableCodes.DateAmbiguous,
            DateProblem.ImpossibleDay => TableCodes.DateImpossible,
            DateProblem.ShortYear => TableCodes.DateShortYear,
            DateProblem.Incomplete => TableCodes.DateIncomplete,
            _ => TableCodes.DateUnreadable,
        };
        return code is null ? null
            : new TableFinding(Severity.Error, code, row, column.Letter, row, column.Label, TextChecks.Excerpt(written));
    }

    internal static DateReading Of(DateOnly date, TimeOnly? time) => new(DateProblem.None, date, time);

    internal static DateReading Not(DateProblem problem) => new(problem, Date: null, Time: null);
}
