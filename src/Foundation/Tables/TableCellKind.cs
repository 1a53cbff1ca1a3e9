namespace Entente.Foundation.Tables;

/// <summary>What a cell holds.</summary>
public enum TableCellKind
{
    /// <summary>Nothing, or only white space.</summary>
    Empty,

    /// <summary>Text, including everything that is not certainly one of the others.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date, with a time of day when the file gave one.</summary>
    Date,

    /// <summary>True or false.</summary>
    Boolean,
}
