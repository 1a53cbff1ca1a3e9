using Entente.Foundation.Tables;

namespace Entente.Foundation.Import;

/// <summary>How much one import takes. Larger tables are split, or imported from the command line by a kind of their own.</summary>
public static class ImportLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public const long MaxFileBytes = 20L * 1024 * 1024;

    /// <summary>Most rows.</summary>
    public const int MaxRows = 10_000;

    /// <summary>Up to so many rows the first check is done while the person waits; more become a job.</summary>
    public const int RowsWhileWaiting = 1_000;

    /// <summary>Most findings of one sort that are kept of a file; one with more is refused as a whole.</summary>
    internal const int MaxFindings = 20_000;

    internal static TableLimits Table { get; } = new() { MaxFileBytes = MaxFileBytes, MaxRows = MaxRows, MaxFindingsPerCode = MaxFindings };
}
