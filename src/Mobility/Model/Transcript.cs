using System.Text.Json;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>What the host says of a student's courses, as the school recognises it: grades converted by a table or by distribution, decided by whoever agreed to the plan.</summary>
internal sealed class Transcript : Entity<Transcript>, IScoped
{
    public const string RecordKind = "mobility.transcript";
    public const int MostRows = 20;

    private static readonly JsonSerializerOptions Readable = new() { IgnoreReadOnlyProperties = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public required Id<Stay> StayId { get; init; }

    /// <summary>The transcript as the host issued it.</summary>
    public FileId? FileId { get; set; }

    /// <summary>The rows as JSON, each with what became of its grade and why.</summary>
    public required string Rows { get; set; }

    /// <summary>The table or distribution grades are converted by, with its version and the pack and version of the rule.</summary>
    public required string Table { get; set; }

    public required Instant RecordedAt { get; set; }

    public AccountId? RecordedById { get; set; }

    public Instant? DecidedAt { get; private set; }

    public AccountId? DecidedById { get; private set; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    public IReadOnlyList<TranscriptRow> Read() => JsonSerializer.Deserialize<IReadOnlyList<TranscriptRow>>(Rows) ?? [];

    public static string Write(IReadOnlyList<TranscriptRow> rows) => JsonSerializer.Serialize(rows, Readable);

    public void Decide(IReadOnlyList<TranscriptRow> rows, AccountId? by, Instant at) => (Rows, DecidedById, DecidedAt) = (Write(rows), by, at);
}

/// <summary>A course of a transcript.</summary>
/// <param name="Code">Its code at the host.</param>
/// <param name="Title">Its title.</param>
/// <param name="Credits">Credits of the host, tenths.</param>
/// <param name="Grade">The grade as the host writes it.</param>
/// <param name="Converted">The grade at home; none: the table does not have it.</param>
/// <param name="Recognised">Credits recognised at home, tenths; none: not decided.</param>
/// <param name="Reason">Why fewer credits than the host gave, or none.</param>
public sealed record TranscriptRow(string Code, string Title, int Credits, string Grade, string? Converted, int? Recognised = null, string Reason = "")
{
    /// <summary>What the grade was converted by; none: by the table of the whole transcript, as rows were kept before.</summary>
    public string? By { get; init; }

    /// <summary>Why it became what it did, in each language; none: kept before that was said.</summary>
    public IReadOnlyDictionary<string, string>? How { get; init; }

    /// <summary>The credits of the host in credits here, tenths; none: they count as they are.</summary>
    public int? Worth { get; init; }

    /// <summary>How they were reckoned, in each language; none: they count as they are.</summary>
    public IReadOnlyDictionary<string, string>? WorthHow { get; init; }

    /// <summary>Whether the host says that it was failed; then nothing is recognised.</summary>
    public bool IsFailed { get; init; }

    /// <summary>The most credits that can be recognised, tenths.</summary>
    public int Most => Worth ?? Credits;

    /// <summary>The explanation in the language of the request, of the grade and of the credits.</summary>
    public string? Explanation => How is null ? null : new LocalizedText(How) + (WorthHow is null ? "" : " " + new LocalizedText(WorthHow));
}

internal sealed class TranscriptMap : IEntityTypeConfiguration<Transcript>
{
    public void Configure(EntityTypeBuilder<Transcript> builder)
    {
        builder.Property(t => t.Table).HasMaxLength(200);
        builder.HasIndex(t => t.StayId).IsUnique();
    }
}
