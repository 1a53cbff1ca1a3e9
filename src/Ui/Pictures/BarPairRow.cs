namespace Entente.Ui.Pictures;

/// <summary>One row of a balance.</summary>
/// <param name="Label">A year, a partner.</param>
/// <param name="Left">What stands on the left: sent.</param>
/// <param name="Right">What stands on the right: received.</param>
public sealed record BarPairRow(string Label, decimal Left, decimal Right)
{
    /// <summary>How much the left could have been; drawn as an outline.</summary>
    public decimal? LeftOf { get; init; }

    /// <summary>How much the right could have been.</summary>
    public decimal? RightOf { get; init; }

    /// <summary>The row's page.</summary>
    public string? Address { get; init; }
}
