using Microsoft.AspNetCore.Components;

namespace Entente.Ui.Lists;

/// <summary>A column of a list.</summary>
/// <param name="Key">Its name in addresses: what <c>sort</c> says.</param>
/// <param name="TextKey">The key of its heading.</param>
/// <param name="Cell">What stands in a row.</param>
public sealed record Column<T>(string Key, string TextKey, RenderFragment<T> Cell)
{
    /// <summary>Whether the heading orders the list.</summary>
    public bool Sortable { get; init; }

    /// <summary>Whether it holds numbers: set right, in tabular figures.</summary>
    public bool Numeric { get; init; }

    /// <summary>Whether it is left away until somebody chooses it.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether it stays on one line where there is room for a table, cut with an ellipsis: the record's own page says it in full.</summary>
    public bool OneLine { get; init; }

    /// <summary>Whether it is left away on a phone.</summary>
    public bool WideOnly { get; init; }
}
