using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>One thing a roster changed, would change, or contradicts.</summary>
[NotLogged]
internal sealed class RosterLine : Entity<RosterLine>
{
    public const int LongestArgs = 4000;

    public required Id<RosterRun> RunId { get; init; }

    /// <summary>Its place in the run.</summary>
    public required int Order { get; init; }

    public required RosterLineKind Kind { get; init; }

    /// <summary>The file, where there were several.</summary>
    public string File { get; init; } = "";

    public int? Row { get; init; }

    /// <summary>The column's letter and header.</summary>
    public string? Column { get; init; }

    /// <summary>The number of the person or the code of the unit.</summary>
    [Personal]
    public string Subject { get; init; } = "";

    public required string TextKey { get; init; }

    /// <summary>What fills the sentence's places, as JSON.</summary>
    [Personal]
    public required string Args { get; init; }

    /// <summary>The account a double is like.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>When somebody decided about a double.</summary>
    public Instant? SettledAt { get; set; }
}

/// <summary>What a line says; in the order they are read.</summary>
internal enum RosterLineKind
{
    /// <summary>The file as a whole is refused.</summary>
    Refusal,

    /// <summary>A row contradicts another, or the records: it stays as it stands.</summary>
    Contradiction,

    /// <summary>A row that may be somebody known.</summary>
    Double,

    /// <summary>Something nobody can decide any more.</summary>
    Blocked,

    UnitCreated,
    UnitRenamed,
    UnitMoved,
    UnitEnded,
    PersonCreated,
    PersonMoved,
    PersonChanged,
    PersonReturned,
    PersonEnded,
    RoleGiven,
    RoleEnded,

    /// <summary>Worth knowing; nothing to do.</summary>
    Note,
}

/// <summary>The files of a roster that waits for a decision; gone once it is decided.</summary>
[NotLogged]
internal sealed class RosterFile : Entity<RosterFile>
{
    public required Id<RosterRun> RunId { get; init; }

    public required string Name { get; init; }

    /// <summary>The content, packed.</summary>
    [Personal]
    public required byte[] Packed { get; init; }
}

internal sealed class RosterLineMap : IEntityTypeConfiguration<RosterLine>
{
    public void Configure(EntityTypeBuilder<RosterLine> builder)
    {
        builder.Property(l => l.File).HasMaxLength(200);
        builder.Property(l => l.Column).HasMaxLength(200);
        builder.Property(l => l.Subject).HasMaxLength(ExternalIdentity.LongestSubject);
        builder.Property(l => l.TextKey).HasMaxLength(80);
        builder.Property(l => l.Args).HasMaxLength(RosterLine.LongestArgs);
        builder.HasIndex(l => new { l.RunId, l.Kind, l.Order });
    }
}

internal sealed class RosterFileMap : IEntityTypeConfiguration<RosterFile>
{
    public void Configure(EntityTypeBuilder<RosterFile> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.HasIndex(f => f.RunId);
    }
}
