namespace Entente.Foundation.Tables;

/// <summary>What kind of file a table was read from.</summary>
public enum TableFormat
{
    /// <summary>Text with separated values.</summary>
    Csv,

    /// <summary>Office Open XML workbook.</summary>
    Xlsx,
}
