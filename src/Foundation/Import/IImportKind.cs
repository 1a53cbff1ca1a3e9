using Entente.Foundation.Tables;

namespace Entente.Foundation.Import;

/// <summary>
/// A kind of table the import takes: partners, agreements. A room contributes one, scoped, with <c>AddImportKind</c>; it then
/// stands in the wizard and on the command line alike. Everything is asked in bulk, for a table has thousands of rows.
/// </summary>
public interface IImportKind
{
    /// <summary>Its word in addresses and on the command line: <c>partners</c>. Its name is the text <c>import.{id}</c>, what it is for <c>import.{id}.about</c>.</summary>
    string Id { get; }

    /// <summary>Who may import it: the permission, in the unit the import is for.</summary>
    string Permission { get; }

    /// <summary>The fields a column can fill, in the order of the template.</summary>
    IReadOnlyList<ImportField> Fields { get; }

    /// <summary>Groups of fields of which a table needs at least one column each, besides the required ones.</summary>
    IReadOnlyList<IReadOnlyList<string>> OneOf => [];

    /// <summary>
    /// Says of every line what would become of it, and what is wrong. Changes nothing. Asked again right before applying: the
    /// same records must give the same answer.
    /// </summary>
    Task CheckAsync(ImportBatch batch, CancellationToken cancellation);

    /// <summary>The choices for questions left to a person, in the language of the request; one list a question, in order.</summary>
    Task<IReadOnlyList<IReadOnlyList<ImportOption>>> OptionsAsync(IReadOnlyList<ImportQuestion> questions, CancellationToken cancellation);

    /// <summary>Further choices for a question, found by a text the person typed.</summary>
    Task<IReadOnlyList<ImportOption>> FindAsync(ImportQuestion question, string text, CancellationToken cancellation);

    /// <summary>
    /// Puts the lines that are new or changed into the database context, without saving, and notes on each line what it did
    /// (<see cref="ImportLine.Created"/>, <see cref="ImportLine.Altered"/>).
    /// </summary>
    Task ApplyAsync(ImportBatch batch, CancellationToken cancellation);

    /// <summary>
    /// Takes back what was done, in the database context, without saving: what was created is removed, what was changed gets its
    /// values of before. Where something depends on it or was changed since, says so and does nothing.
    /// </summary>
    /// <param name="effects">What was done, the last first.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What stands in the way; none: it is taken back.</returns>
    Task<IReadOnlyList<ImportBlock>> UndoAsync(IReadOnlyList<ImportEffect> effects, CancellationToken cancellation);
}

/// <summary>A field of a kind. Its name is the text <c>import.{kind}.{id}</c>, its explanation <c>import.{kind}.{id}.help</c>.</summary>
/// <param name="Id">Its stable name, which is also its header in templates and exports: <c>signed_on</c>.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="IsRequired">Whether every row needs it.</param>
public sealed record ImportField(string Id, ImportFieldType Type = ImportFieldType.Text, bool IsRequired = false)
{
    /// <summary>What people call it in a header besides its names in both languages.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>The longest text taken.</summary>
    public int MaxLength { get; init; } = 300;

    /// <summary>The smallest number taken.</summary>
    public int Min { get; init; }

    /// <summary>The largest number taken.</summary>
    public int Max { get; init; } = 1_000_000;

    /// <summary>A value for the template.</summary>
    public string Example { get; init; } = "";
}

/// <summary>What the cells of a field hold.</summary>
public enum ImportFieldType
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A date, also one written as text.</summary>
    Date,

    /// <summary>Yes or no, in either language.</summary>
    Flag,
}

/// <summary>Something only a person can decide, the same for every row that raises it.</summary>
/// <param name="Key">Names the question; the same words of the same field give the same key.</param>
/// <param name="Field">The field it is about.</param>
/// <param name="Text">What the file says.</param>
/// <param name="Hints">What else the file says about it: country, city.</param>
public sealed record ImportQuestion(string Key, string Field, string Text, IReadOnlyDictionary<string, string> Hints)
{
    /// <summary>The answer that is near at hand because nothing else offers itself; it can be given to all such questions at once.</summary>
    public string? Suggested { get; init; }

    /// <summary>A question with its key made from what is asked.</summary>
    public static ImportQuestion Of(string field, string text, params (string Name, string Value)[] hints)
    {
        var asked = string.Join('\n', [field, text.Trim().ToUpperInvariant(), .. hints.Select(h => h.Name + "=" + h.Value.Trim().ToUpperInvariant())]);
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(asked));
        return new(Convert.ToHexStringLower(hash)[..24], field, text, hints.ToDictionary(h => h.Name, h => h.Value, StringComparer.Ordinal));
    }
}

/// <summary>One choice for a question.</summary>
/// <param name="Value">What is kept when it is chosen.</param>
/// <param name="Text">Its name.</param>
/// <param name="Detail">Where it is, what tells it apart.</param>
/// <param name="Score">0 to 1 where a matcher proposes it.</param>
/// <param name="Reason">Why it is proposed, as a sentence.</param>
public sealed record ImportOption(string Value, string Text, string? Detail = null, double? Score = null, string? Reason = null);

/// <summary>What an import did to one record.</summary>
/// <param name="Kind">The kind of record, as the room calls it: <c>partners.contact</c>.</param>
/// <param name="Key">Its key.</param>
/// <param name="IsNew">Whether the import created it.</param>
/// <param name="Label">Its name, for a person.</param>
/// <param name="Address">Its page.</param>
/// <param name="Before">The values it had, by name.</param>
/// <param name="After">The values it was given.</param>
public sealed record ImportEffect(
    string Kind, Guid Key, bool IsNew, string Label, string? Address,
    IReadOnlyDictionary<string, string?>? Before = null, IReadOnlyDictionary<string, string?>? After = null);

/// <summary>Why an import cannot be undone: a record that depends on it, or was changed since.</summary>
/// <param name="Sentence">Which record, and why, as a finding without a place.</param>
/// <param name="Address">The record's page.</param>
public sealed record ImportBlock(ImportFinding Sentence, string? Address = null);
