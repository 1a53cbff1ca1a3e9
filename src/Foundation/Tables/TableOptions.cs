namespace Entente.Foundation.Tables;

/// <summary>What the person or the import chose about reading one file.</summary>
public sealed record TableOptions
{
    /// <summary>Nothing chosen.</summary>
    public static TableOptions Default { get; } = new();

    /// <summary>Name of the sheet to read, compared without case; null for the first visible one.</summary>
    public string? Sheet { get; init; }

    /// <summary>Row of the header as the person sees it; null for the first row with something in it.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>Name of the text file's encoding ("windows-1252", "big5"); null to find out.</summary>
    public string? Encoding { get; init; }

    /// <summary>Order of day and month in dates such as 03/04/2026.</summary>
    public DateOrder DateOrder { get; init; } = DateOrder.Ask;

    /// <summary>What a formula in a cell does: an error for that cell, or a refusal of the file.</summary>
    public Strictness Formulas { get; init; } = Strictness.Report;

    /// <summary>What links to other workbooks do. They are never followed in either case.</summary>
    public Strictness ExternalLinks { get; init; } = Strictness.Refuse;
}
