using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Foundation.Documents;

/// <summary>
/// Tells what documents can say about a room's records. The kind's name is the text <c>documents.kind.{kind}</c>, a placeholder's
/// meaning <c>documents.field.{field}</c>.
/// </summary>
public interface IDocumentRecords
{
    /// <summary>The kind of record: <c>partners.agreement</c>.</summary>
    string Kind { get; }

    /// <summary>The placeholders this kind fills, beside those of every document.</summary>
    IReadOnlyList<string> Fields { get; }

    /// <summary>The gate that documents about this kind go through where their template says that they commit outwardly; none: no template may say so.</summary>
    string? OutwardGate => null;

    /// <summary>The templates about this kind that come with the product.</summary>
    IReadOnlyList<StartingTemplate> Starting => [];

    /// <summary>What is known of a record; none where the viewer may not see it.</summary>
    Task<DocumentSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation);

    /// <summary>Some records to look at a template with, by name.</summary>
    Task<IReadOnlyList<(Guid Key, LocalizedText Title)>> SamplesAsync(Viewer viewer, int most, CancellationToken cancellation);
}

/// <summary>What a document about a record may say: its values, and every name, date and place that belongs to it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Title">Its name.</param>
/// <param name="Address">Its page.</param>
/// <param name="Unit">The unit that keeps it; none: the one the document is issued for.</param>
/// <param name="Values">What the kind's placeholders stand for; empty where there is nothing.</param>
public sealed record DocumentSubject(RecordRef Record, LocalizedText Title, string Address, Guid? Unit, IReadOnlyDictionary<string, LocalizedText> Values)
{
    /// <summary>What placeholders of lists stand for, line by line; those of one list have the same number of lines.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<LocalizedText>>(StringComparer.Ordinal);

    /// <summary>The dates that belong to it.</summary>
    public IReadOnlyList<DateOnly> Dates { get; init; } = [];

    /// <summary>The organisations that belong to it.</summary>
    public IReadOnlyList<Guid> Organisations { get; init; } = [];

    /// <summary>The people that belong to it.</summary>
    public IReadOnlyList<Guid> Persons { get; init; } = [];

    /// <summary>Names that belong to it besides: the school's own, those who sign.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes of the places it concerns.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];
}

/// <summary>Knows the names of organisations and people.</summary>
public interface IKnownNames
{
    /// <summary>The names that stand in it, the longest where one holds another; letters that stand for a name do not count.</summary>
    Task<IReadOnlyList<NameInText>> FindAsync(string text, CancellationToken cancellation);

    /// <summary>The people named in it besides some, as they are written there.</summary>
    Task<IReadOnlyList<string>> PersonsInAsync(string text, IReadOnlyCollection<Guid> besides, CancellationToken cancellation);

    /// <summary>The cities named in it as places, each with the countries (ISO 3166-1 alpha-2) in which there is one.</summary>
    Task<IReadOnlyList<(string Written, IReadOnlyList<string> Countries)>> CitiesInAsync(string text, CancellationToken cancellation);

    /// <summary>Every name the organisations have or had.</summary>
    Task<IReadOnlyList<string>> NamesOfAsync(IReadOnlyCollection<Guid> organisations, CancellationToken cancellation);

    /// <summary>The name of a person in the languages it has; none where nobody is known by the key.</summary>
    Task<LocalizedText?> PersonAsync(Guid person, CancellationToken cancellation);
}

/// <summary>A name that stands in a text.</summary>
/// <param name="Written">As it is written there.</param>
/// <param name="Organisations">Whose it is.</param>
public sealed record NameInText(string Written, IReadOnlyList<Guid> Organisations);
