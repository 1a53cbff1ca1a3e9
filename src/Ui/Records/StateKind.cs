namespace Entente.Ui.Records;

/// <summary>What a state means for whoever reads it; each has a shape of its own, so that colour is never alone.</summary>
public enum StateKind
{
    /// <summary>Nothing to do and nothing reached: a draft, something ended.</summary>
    Neutral,

    /// <summary>It waits for somebody.</summary>
    Waiting,

    /// <summary>It falls due soon.</summary>
    Due,

    /// <summary>Its date has passed.</summary>
    Overdue,

    /// <summary>It is done or in force.</summary>
    Done,

    /// <summary>It cannot go on.</summary>
    Blocked,
}
