using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Foundation.Import;

/// <summary>One staged row of an import: its cells as they stood in the file, and what becomes of it. Seen with its run.</summary>
[NotLogged]
public sealed class ImportRow : Entity<ImportRow>
{
    /// <summary>The import.</summary>
    public required Id<ImportRun> RunId { get; init; }

    /// <summary>The row's number as the sheet shows it.</summary>
    public required int Number { get; init; }

    /// <summary>What becomes of it.</summary>
    public ImportOutcome Outcome { get; internal set; }

    /// <summary>What it is about.</summary>
    public string Label { get; internal set; } = "";

    /// <summary>Whether a person left it out.</summary>
    public bool IsLeftOut { get; internal set; }

    /// <summary>Whether a person corrected a cell.</summary>
    public bool IsCorrected { get; internal set; }

    internal string Basis { get; set; } = "";

    internal string CellsJson { get; set; } = "[]";

    internal string? ReadingJson { get; set; }

    internal string? FindingsJson { get; set; }

    internal string? QuestionsJson { get; set; }

    internal string? ChangesJson { get; set; }

    internal string? EffectsJson { get; set; }

    /// <summary>The cells as text, from column A.</summary>
    public IReadOnlyList<string> Cells => ImportJson.Read<List<string>>(CellsJson);

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<ImportFinding> Findings => FindingsJson is null ? [] : ImportJson.Read<List<ImportFinding>>(FindingsJson);

    /// <summary>What a person has to decide, or decided.</summary>
    public IReadOnlyList<ImportQuestion> Questions => QuestionsJson is null ? [] : ImportJson.Read<List<ImportQuestion>>(QuestionsJson);

    /// <summary>What would change.</summary>
    public IReadOnlyList<ImportChange> Changes => ChangesJson is null ? [] : ImportJson.Read<List<ImportChange>>(ChangesJson);

    /// <summary>What was done with it.</summary>
    public IReadOnlyList<ImportEffect> Effects => EffectsJson is null ? [] : ImportJson.Read<List<ImportEffect>>(EffectsJson);

    /// <summary>What reading the file found in the row.</summary>
    internal IReadOnlyList<ImportFinding> Read => ReadingJson is null ? [] : ImportJson.Read<List<ImportFinding>>(ReadingJson);

    /// <summary>Takes what a check said.</summary>
    internal void Take(ImportLine line)
    {
        Outcome = line.Verdict;
        Label = line.Label.Length <= LongestLabel ? line.Label : line.Label[..LongestLabel];
        Basis = line.Basis;
        FindingsJson = JsonOf(line.Findings);
        QuestionsJson = JsonOf(line.Questions);
        ChangesJson = JsonOf(line.Changes);
    }

    /// <summary>Whether a check says what the last one said.</summary>
    internal bool Agrees(ImportLine line) =>
        Outcome == line.Verdict && Basis == line.Basis && FindingsJson == JsonOf(line.Findings);

    internal void Leave()
    {
        (Outcome, Basis) = (ImportOutcome.LeftOut, "");
        FindingsJson = QuestionsJson = ChangesJson = null;
    }

    internal static string? JsonOf<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : ImportJson.Write(list);

    private const int LongestLabel = 300;
}

/// <summary>What was decided about a question of an import, for every row that raises it.</summary>
[NotLogged]
internal sealed class ImportAnswer : Entity<ImportAnswer>
{
    public required Id<ImportRun> RunId { get; init; }

    /// <summary>The question's key.</summary>
    public required string Question { get; init; }

    public required string Value { get; set; }

    /// <summary>Whether a person said so; else a matcher was sure.</summary>
    public bool IsPersons { get; set; }
}

/// <summary>The file of an import, kept until it is applied or given up, so that it can be read another way.</summary>
[NotLogged]
internal sealed class ImportFile : Entity<ImportFile>
{
    public required Id<ImportRun> RunId { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>How the columns of a header were matched the last time, to be proposed the next.</summary>
internal sealed class RememberedMapping : Entity<RememberedMapping>
{
    public required string Kind { get; init; }

    /// <summary>SHA-256 of the header's names, whatever their order.</summary>
    public required string HeaderKey { get; init; }

    public required string Map { get; set; }

    public NodaTime.Instant UsedAt { get; set; }
}

internal sealed class ImportRowMap : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.Property(r => r.Label).HasMaxLength(300);
        builder.Property(r => r.Basis).HasMaxLength(400);
        builder.Property(r => r.CellsJson);
        builder.Property(r => r.ReadingJson);
        builder.Property(r => r.FindingsJson);
        builder.Property(r => r.QuestionsJson);
        builder.Property(r => r.ChangesJson);
        builder.Property(r => r.EffectsJson);
        builder.Ignore(r => r.Cells).Ignore(r => r.Findings).Ignore(r => r.Questions).Ignore(r => r.Changes).Ignore(r => r.Effects).Ignore(r => r.Read);
        builder.HasIndex(r => new { r.RunId, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.RunId, r.Outcome, r.Number });
    }
}

internal sealed class ImportAnswerMap : IEntityTypeConfiguration<ImportAnswer>
{
    public void Configure(EntityTypeBuilder<ImportAnswer> builder)
    {
        builder.Property(a => a.Question).HasMaxLength(40);
        builder.Property(a => a.Value).HasMaxLength(80);
        builder.HasIndex(a => new { a.RunId, a.Question }).IsUnique();
    }
}

internal sealed class ImportFileMap : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> builder) => builder.HasIndex(f => f.RunId).IsUnique();
}

internal sealed class RememberedMappingMap : IEntityTypeConfiguration<RememberedMapping>
{
    public void Configure(EntityTypeBuilder<RememberedMapping> builder)
    {
        builder.Property(m => m.Kind).HasMaxLength(40);
        builder.Property(m => m.HeaderKey).HasMaxLength(64);
        builder.HasIndex(m => new { m.Kind, m.HeaderKey }).IsUnique();
        builder.HasIndex(m => new { m.Kind, m.UsedAt });
    }
}
