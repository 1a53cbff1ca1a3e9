namespace Entente.Foundation.Tables;

/// <summary>How much of a file is accepted. Everything is enforced while reading, not from what the file says about itself.</summary>
public sealed record TableLimits
{
    /// <summary>The limits an import uses unless it has a reason for others.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>Largest file, in bytes as uploaded.</summary>
    public long MaxFileBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>Most rows with something in them, the header not counted.</summary>
    public int MaxRows { get; init; } = 100_000;

    /// <summary>Most columns, counted to the last filled cell of any row.</summary>
    public int MaxColumns { get; init; } = 200;

    /// <summary>Longest text of a cell, in UTF-16 units; 32,767 is what a spreadsheet program itself can hold.</summary>
    public int MaxCellCharacters { get; init; } = 32_767;

    /// <summary>Most parts inside a workbook's package.</summary>
    public int MaxParts { get; init; } = 2_000;

    /// <summary>Most bytes a workbook may unpack to, over all parts that are read.</summary>
    public long MaxUnpackedBytes { get; init; } = 300L * 1024 * 1024;

    /// <summary>Highest ratio of unpacked to packed bytes of one part, once it passed <see cref="RatioFreeBytes"/>.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Unpacked bytes of a part below which its ratio is not looked at: small repetitive parts pack very well.</summary>
    public long RatioFreeBytes { get; init; } = 4L * 1024 * 1024;

    /// <summary>Most texts in a workbook's table of shared texts.</summary>
    public int MaxSharedTexts { get; init; } = 2_000_000;

    /// <summary>Most UTF-16 units over all shared texts, which have to be kept in memory.</summary>
    public long MaxSharedCharacters { get; init; } = 50_000_000;

    /// <summary>How many findings of one code are kept; the rest is counted.</summary>
    public int MaxFindingsPerCode { get; init; } = 200;
}
