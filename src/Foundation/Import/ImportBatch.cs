using Entente.Foundation.Access;

namespace Entente.Foundation.Import;

/// <summary>The rows of one import, typed, as a kind checks and applies them.</summary>
/// <param name="Lines">The rows, in the sheet's order; those left out are not among them.</param>
/// <param name="Answers">What was decided before, by the question's key.</param>
/// <param name="Unit">The unit the import is for; none where there is only the house itself.</param>
/// <param name="Reach">Where whoever imports has the kind's permission.</param>
/// <param name="HasPerson">Whether a person can be asked; from the command line nobody can.</param>
public sealed record ImportBatch(
    IReadOnlyList<ImportLine> Lines, IReadOnlyDictionary<string, string> Answers, Guid? Unit, Reach Reach, bool HasPerson)
{
    /// <summary>Tells how many of the lines were looked at, where somebody watches.</summary>
    public Func<int, Task> Progress { get; init; } = static _ => Task.CompletedTask;
}

/// <summary>One row: what it says, and what becomes of it.</summary>
public sealed class ImportLine
{
    private readonly IReadOnlyDictionary<string, object> values;
    private readonly IReadOnlyDictionary<string, ImportColumn> columns;
    private readonly string kind;
    private readonly List<ImportFinding> findings;

    internal ImportLine(
        int number, string kind, IReadOnlyDictionary<string, object> values, IReadOnlyDictionary<string, ImportColumn> columns, IEnumerable<ImportFinding> findings)
    {
        Number = number;
        this.kind = kind;
        this.values = values;
        this.columns = columns;
        this.findings = [.. findings];
    }

    /// <summary>The row's number as the sheet shows it.</summary>
    public int Number { get; }

    /// <summary>What it is about, for a person.</summary>
    public string Label { get; set; } = "";

    /// <summary>What would become of it, unless it is refused or has an open question.</summary>
    public ImportOutcome Outcome { get; set; } = ImportOutcome.Unchanged;

    /// <summary>What it stands on: the records seen and their versions. Differs when they changed.</summary>
    public string Basis { get; set; } = "";

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<ImportFinding> Findings => findings;

    /// <summary>Whether something makes it impossible to take it over.</summary>
    public bool IsRefused => findings.Exists(f => f.Severity >= Tables.Severity.Error);

    /// <summary>What a person has to decide, or decided.</summary>
    public List<ImportQuestion> Questions { get; } = [];

    /// <summary>What would change, to be shown.</summary>
    public List<ImportChange> Changes { get; } = [];

    /// <summary>What was done with it.</summary>
    public List<ImportEffect> Effects { get; } = [];

    /// <summary>Answers found without a person, by the question's key.</summary>
    internal Dictionary<string, string> Settled { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Open { get; } = new(StringComparer.Ordinal);

    /// <summary>What the kind knows of the line between checking and applying.</summary>
    public object? State { get; set; }

    /// <summary>Whether a column fills the field.</summary>
    public bool Has(string field) => columns.ContainsKey(field);

    /// <summary>Whether the cell has a value that could be read.</summary>
    public bool Says(string field) => values.ContainsKey(field);

    /// <summary>The text of a field, trimmed; empty where there is none.</summary>
    public string Text(string field) => values.GetValueOrDefault(field) as string ?? "";

    /// <summary>The date of a field.</summary>
    public DateOnly? Date(string field) => values.GetValueOrDefault(field) as DateOnly?;

    /// <summary>The number of a field.</summary>
    public int? WholeNumber(string field) => values.GetValueOrDefault(field) as int?;

    /// <summary>The yes or no of a field.</summary>
    public bool? Flag(string field) => values.GetValueOrDefault(field) as bool?;

    /// <summary>Refuses the row for what a field says. The sentence's places: row, column, then the arguments.</summary>
    public void Refuse(string field, string textKey, params object?[] args) => Note(Tables.Severity.Error, field, textKey, args);

    /// <summary>Warns of what a field says; the row can still be taken over.</summary>
    public void Warn(string field, string textKey, params object?[] args) => Note(Tables.Severity.Warning, field, textKey, args);

    /// <summary>Says something good to know.</summary>
    public void Tell(string field, string textKey, params object?[] args) => Note(Tables.Severity.Information, field, textKey, args);

    /// <summary>Leaves a question to a person.</summary>
    public void Ask(ImportQuestion question)
    {
        Questions.Add(question);
        Open.Add(question.Key);
    }

    /// <summary>Notes a question that is answered, so that the answer can be looked at and changed.</summary>
    public void Settle(ImportQuestion question, string answer)
    {
        Questions.Add(question);
        Settled[question.Key] = answer;
    }

    /// <summary>Notes a record the line created.</summary>
    public void Created(string recordKind, Guid key, string label, string? address = null) =>
        Effects.Add(new(recordKind, key, true, label, address));

    /// <summary>Notes a record the line changed, with the values of before and after.</summary>
    public void Altered(
        string recordKind, Guid key, string label, string? address, IReadOnlyDictionary<string, string?> before, IReadOnlyDictionary<string, string?> after) =>
        Effects.Add(new(recordKind, key, false, label, address, before, after));

    /// <summary>What becomes of the line, everything considered.</summary>
    internal ImportOutcome Verdict => IsRefused ? ImportOutcome.Refused : Open.Count > 0 ? ImportOutcome.Undecided : Outcome;

    private void Note(Tables.Severity severity, string field, string textKey, object?[] args)
    {
        var column = columns.GetValueOrDefault(field);
        object label = column is null ? new TextRef($"import.{kind}.{field}") : column.Label;
        findings.Add(new(severity, textKey, column?.Letter, [Number, label, .. args]));
    }
}

/// <summary>A column that fills a field.</summary>
/// <param name="Index">Counted from 0.</param>
/// <param name="Letter">As the sheet shows it.</param>
/// <param name="Label">Letter and header.</param>
internal sealed record ImportColumn(int Index, string Letter, string Label);

/// <summary>Something a line would change.</summary>
/// <param name="Field">The field's id.</param>
/// <param name="Before">What stands there now.</param>
/// <param name="After">What the file says.</param>
public sealed record ImportChange(string Field, string Before, string After);

/// <summary>What becomes of a row.</summary>
public enum ImportOutcome
{
    /// <summary>It was not looked at yet.</summary>
    Unchecked,

    /// <summary>It adds a record.</summary>
    New,

    /// <summary>It changes one.</summary>
    Changed,

    /// <summary>The records say it already.</summary>
    Unchanged,

    /// <summary>A person has to decide something first.</summary>
    Undecided,

    /// <summary>It cannot be taken over.</summary>
    Refused,

    /// <summary>A person left it out.</summary>
    LeftOut,
}
