namespace Entente.Foundation.Tables;

/// <summary>Why something is not a date.</summary>
public enum DateProblem
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It does not look like a date.</summary>
    NotADate,

    /// <summary>Day and month could be swapped.</summary>
    Ambiguous,

    /// <summary>It looks like a date, but the calendar has no such day: 2026-02-30.</summary>
    ImpossibleDay,

    /// <summary>The year has two digits.</summary>
    ShortYear,

    /// <summary>Only a year, or a year and a month.</summary>
    Incomplete,
}
