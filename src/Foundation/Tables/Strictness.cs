namespace Entente.Foundation.Tables;

/// <summary>What happens with something that should not be in a file.</summary>
public enum Strictness
{
    /// <summary>Read on and give a finding.</summary>
    Report,

    /// <summary>Refuse the file.</summary>
    Refuse,
}
