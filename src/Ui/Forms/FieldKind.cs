namespace Entente.Ui.Forms;

/// <summary>How a field asks for its value.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines.</summary>
    Lines,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>An address of mail.</summary>
    Email,

    /// <summary>A password.</summary>
    Password,
}
