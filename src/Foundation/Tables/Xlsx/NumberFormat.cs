namespace Entente.Foundation.Tables.Xlsx;

/// <summary>What a cell's format makes of its number.</summary>
internal enum NumberFormat
{
    Number,
    Date,
    Time,
}
