using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Import;

/// <summary>One import of one file, from the upload to what became of it.</summary>
public sealed class ImportRun : Entity<ImportRun>, IScoped
{
    /// <summary>The id of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The permission that lets one see it.</summary>
    public required string Permission { get; init; }

    /// <summary>The unit it is for; none where it came from the command line.</summary>
    public Guid? Unit { get; init; }

    /// <summary>Who started it; none: the command line.</summary>
    public Guid? Account { get; init; }

    /// <summary>When it was started.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>How far it is.</summary>
    public ImportState State { get; internal set; }

    /// <summary>When it came there.</summary>
    public Instant StateAt { get; internal set; }

    /// <summary>The file's name as handed in.</summary>
    public string FileName { get; internal set; } = "";

    /// <summary>SHA-256 of the file.</summary>
    public byte[] FileHash { get; internal set; } = [];

    /// <summary>How many rows the table has.</summary>
    public int Rows { get; internal set; }

    /// <summary>Rows that add a record, at the last check.</summary>
    public int New { get; internal set; }

    /// <summary>Rows that change one.</summary>
    public int Changed { get; internal set; }

    /// <summary>Rows that say what the records say already.</summary>
    public int Unchanged { get; internal set; }

    /// <summary>Rows that a person has to decide on.</summary>
    public int Undecided { get; internal set; }

    /// <summary>Questions that have an answer near at hand.</summary>
    public int Suggested { get; internal set; }

    /// <summary>Rows that cannot be taken over.</summary>
    public int Refused { get; internal set; }

    /// <summary>Rows that a person left out.</summary>
    public int LeftOut { get; internal set; }

    /// <summary>Since when a job checks it; none: no job does.</summary>
    public Instant? CheckingSince { get; internal set; }

    /// <summary>How many rows the running check has looked at.</summary>
    public int Looked { get; internal set; }

    /// <summary>Whether the last check found that records had changed since the one before.</summary>
    public bool HasMoved { get; internal set; }

    internal string HeaderJson { get; set; } = "[]";

    internal string FindingsJson { get; set; } = "[]";

    internal string ReadingJson { get; set; } = "{}";

    internal string? MapJson { get; set; }

    internal string ReachJson { get; set; } = "";

    /// <summary>The columns of the table.</summary>
    public IReadOnlyList<TableHeader> Header => ImportJson.Read<List<TableHeader>>(HeaderJson);

    /// <summary>What was found about the file as a whole.</summary>
    public IReadOnlyList<ImportFinding> Findings => ImportJson.Read<List<ImportFinding>>(FindingsJson);

    /// <summary>How the file is read.</summary>
    public ImportReading Reading => ImportJson.Read<ImportReading>(ReadingJson);

    /// <summary>Which column fills which field; none until somebody said so.</summary>
    public ColumnMap? Map => MapJson is null ? null : ColumnMap.FromJson(MapJson);

    /// <summary>Whether the header has a mistake that must be mended in the file first.</summary>
    public bool IsUnreadable => Findings.Any(f => f.Severity >= Severity.Error);

    /// <summary>Whether it can still be worked on.</summary>
    public bool IsOpen => State is ImportState.Uploaded or ImportState.Mapped or ImportState.Checked;

    /// <summary>Whether every row can be taken over or was left out, and there is something to do.</summary>
    public bool CanBeApplied => State == ImportState.Checked && CheckingSince is null && Refused == 0 && Undecided == 0 && New + Changed > 0;

    internal Reach Reach => ReachJson.Length == 0 ? Reach.Everywhere : new(false, ImportJson.Read<HashSet<Guid>>(ReachJson));

    internal void Move(ImportState state, Instant at) => (State, StateAt) = (state, at);

    internal void Remember(Reach reach) => ReachJson = reach.IsEverywhere ? "" : ImportJson.Write(reach.Units);

    internal void Count(IEnumerable<ImportOutcome> outcomes)
    {
        var counts = outcomes.CountBy(o => o).ToDictionary();
        New = counts.GetValueOrDefault(ImportOutcome.New);
        Changed = counts.GetValueOrDefault(ImportOutcome.Changed);
        Unchanged = counts.GetValueOrDefault(ImportOutcome.Unchanged);
        Undecided = counts.GetValueOrDefault(ImportOutcome.Undecided);
        Refused = counts.GetValueOrDefault(ImportOutcome.Refused);
        LeftOut = counts.GetValueOrDefault(ImportOutcome.LeftOut);
    }
}

/// <summary>How a file is read: what the person chose, and what was found.</summary>
public sealed record ImportReading
{
    /// <summary>The sheet read; none for a text file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The names of all sheets.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The row of the header as the sheet shows it.</summary>
    public int HeaderRow { get; init; }

    /// <summary>The encoding of a text file.</summary>
    public string? Encoding { get; init; }

    /// <summary>Which comes first in 03/04/2026.</summary>
    public DateOrder DateOrder { get; init; }
}

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>The file was read.</summary>
    Uploaded,

    /// <summary>Columns were matched with fields.</summary>
    Mapped,

    /// <summary>Every row was looked at; it waits for a person.</summary>
    Checked,

    /// <summary>It was taken over.</summary>
    Applied,

    /// <summary>It was taken over and taken back.</summary>
    Undone,

    /// <summary>It was given up before anything was taken over.</summary>
    Abandoned,
}

internal sealed class ImportRunMap : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.Property(r => r.Kind).HasMaxLength(40);
        builder.Property(r => r.Permission).HasMaxLength(80);
        builder.Property(r => r.FileName).HasMaxLength(200);
        builder.Property(r => r.FileHash).HasMaxLength(32);
        builder.Property(r => r.HeaderJson);
        builder.Property(r => r.FindingsJson);
        builder.Property(r => r.ReadingJson);
        builder.Property(r => r.MapJson);
        builder.Property(r => r.ReachJson);
        builder.Ignore(r => r.Header).Ignore(r => r.Findings).Ignore(r => r.Reading).Ignore(r => r.Map).Ignore(r => r.Reach)
            .Ignore(r => r.IsUnreadable).Ignore(r => r.IsOpen).Ignore(r => r.CanBeApplied);
        builder.HasIndex(r => new { r.StartedAt, r.Id });
        builder.HasIndex(r => r.State);
    }
}
