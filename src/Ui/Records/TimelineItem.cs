namespace Entente.Ui.Records;

/// <summary>Something that happened with a record.</summary>
/// <param name="On">When.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Address">Where more is told.</param>
/// <param name="Kind">A word for the sort of happening, shown before the sentence: "signed", "meeting".</param>
public sealed record TimelineItem(DateOnly On, string Text, string? Address = null, string? Kind = null)
{
    /// <summary>Whether only the year is known.</summary>
    public bool IsYearOnly { get; init; }

    /// <summary>Who did it.</summary>
    public string? By { get; init; }
}
