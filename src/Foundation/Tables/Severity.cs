namespace Entente.Foundation.Tables;

/// <summary>How much a finding matters, from a remark to a file that is not read at all.</summary>
public enum Severity
{
    /// <summary>Good to know; nothing has to change.</summary>
    Information,

    /// <summary>Probably a mistake; the value is still usable.</summary>
    Warning,

    /// <summary>The row or column must be corrected before it is taken over.</summary>
    Error,

    /// <summary>The file is not read, or reading stopped here; nothing of it may be taken over.</summary>
    Refusal,
}
