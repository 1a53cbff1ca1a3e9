using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Foundation.Tables;

/// <summary>
/// Which column of a file fills which field. Proposed from the headers, corrected by the person, remembered as JSON and applied
/// again to the next file, whose columns may have moved.
/// </summary>
public sealed record ColumnMap
{
    /// <summary>Below this score a column is left for the person to place.</summary>
    public const double LeastScore = 0.6;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A map with the given matches.</summary>
    /// <exception cref="ArgumentException">A field or a column occurs twice.</exception>
    [JsonConstructor]
    public ColumnMap(IReadOnlyList<ColumnMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        if (matches.Any(match => match is null || match.Field is null || match.Header is null || match.Column < 0)
            || matches.DistinctBy(match => match.Field, StringComparer.Ordinal).Count() != matches.Count
            || matches.DistinctBy(match => match.Column).Count() != matches.Count)
        {
            throw new ArgumentException("A field takes one column, and a column fills one field.", nameof(matches));
        }

        Matches = [.. matches.OrderBy(match => match.Column)];
    }

    /// <summary>The matches in the order of the columns.</summary>
    public IReadOnlyList<ColumnMatch> Matches { get; }

    /// <summary>
    /// Proposes a map: the best pairs of header and field first, each used once; of equal ones the column further left and the
    /// field listed first.
    /// </summary>
    public static ColumnMap Propose(IReadOnlyList<TableHeader> header, IReadOnlyList<TargetField> fields)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(fields);
        var pairs =
            from column in header
            where column.Name.Length > 0
            from field in fields
            let score = field.Synonyms.Append(field.Id).Max(synonym => HeaderLikeness.Of(column.Name, synonym))
            where score >= LeastScore
            orderby score descending
            select new ColumnMatch(field.Id, column.Index, column.Name, Math.Round(score, 3));
        return new ColumnMap(Unique(pairs));
    }

    /// <summary>
    /// Finds the remembered columns in another file by their headers. Columns whose headers are not there, or are there twice
    /// elsewhere than before, are left out.
    /// </summary>
    public ColumnMap AppliedTo(IReadOnlyList<TableHeader> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var columns = header.ToLookup(column => HeaderText.Key(column.Name), StringComparer.Ordinal);
        var matches =
            from match in Matches
            let same = columns[HeaderText.Key(match.Header)].ToList()
            let column = same.Count == 1 ? same[0] : same.Find(candidate => candidate.Index == match.Column)
            where column is not null
            select match with { Column = column.Index, Header = column.Name };
        return new ColumnMap(Unique(matches));
    }

    /// <summary>The column of a field; null when none fills it.</summary>
    public int? ColumnOf(string field) =>
        Matches.FirstOrDefault(match => string.Equals(match.Field, field, StringComparison.Ordinal))?.Column;

    /// <summary>The required fields that no column fills.</summary>
    public IReadOnlyList<TargetField> Missing(IReadOnlyList<TargetField> fields) =>
        [.. fields.Where(field => field.IsRequired && ColumnOf(field.Id) is null)];

    /// <summary>The columns that fill no field.</summary>
    public IReadOnlyList<TableHeader> Unused(IReadOnlyList<TableHeader> header) =>
        [.. header.Where(column => column.Name.Length > 0 && Matches.All(match => match.Column != column.Index))];

    /// <summary>The map as JSON, to be remembered.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The map that <see cref="ToJson"/> wrote; null when the text is none, so that a spoilt memory only means asking again.</summary>
    public static ColumnMap? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ColumnMap>(json, Json);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Equal when all matches are.</summary>
    public bool Equals(ColumnMap? other) => other is not null && Matches.SequenceEqual(other.Matches);

    /// <inheritdoc/>
    public override int GetHashCode() => Matches.Aggregate(0, HashCode.Combine);

    private static List<ColumnMatch> Unique(IEnumerable<ColumnMatch> matches)
    {
        var (fields, columns) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<int>());
        return [.. matches.Where(match => !fields.Contains(match.Field) && !columns.Contains(match.Column)
            && fields.Add(match.Field) && columns.Add(match.Column))];
    }
}
