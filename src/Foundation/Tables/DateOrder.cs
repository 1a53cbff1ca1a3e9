namespace Entente.Foundation.Tables;

/// <summary>Which comes first in dates such as 03/04/2026.</summary>
public enum DateOrder
{
    /// <summary>Not known: the person is asked.</summary>
    Ask,

    /// <summary>3 April 2026.</summary>
    DayFirst,

    /// <summary>4 March 2026.</summary>
    MonthFirst,
}
