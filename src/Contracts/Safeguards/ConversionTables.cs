using Entente.Foundation.Data;

namespace Entente.Contracts.Safeguards;

/// <summary>Asks the packs in force for tables by which something is converted: grades of one country into those of another.</summary>
public interface IConversionTables
{
    /// <summary>The tables whose id begins with a text, in the order of the packs.</summary>
    Task<IReadOnlyList<ConversionTable>> OfAsync(string prefix, CancellationToken cancellation);
}

/// <summary>A table of a pack.</summary>
/// <param name="Code">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Source">The table with its pack and version, to be kept beside what was converted by it.</param>
/// <param name="Rows">What becomes of what.</param>
public sealed record ConversionTable(string Code, LocalizedText Title, string Source, IReadOnlyDictionary<string, string> Rows)
{
    /// <summary>What a value becomes; none: the table does not have it. A letter's case and white space do not matter.</summary>
    public string? Of(string value) => Rows.FirstOrDefault(r => string.Equals(r.Key, value.Trim(), StringComparison.OrdinalIgnoreCase)).Value;
}
