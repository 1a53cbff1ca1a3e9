using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>What a nominated student says by the mailed link; one a student, kept from the first save on.</summary>
internal sealed class IncomingApplication : Entity<IncomingApplication>
{
    public const int LongestMotivation = 6000;
    public const int LongestEvidence = 200;

    public required Id<IncomingStudent> StudentId { get; init; }

    /// <summary>Why the student comes here.</summary>
    [Personal]
    public string Motivation { get; set; } = "";

    /// <summary>The courses wished and the research planned, as a study plan says them, as JSON.</summary>
    public required string Plan { get; set; }

    /// <summary>The supervisor wished, as the student writes the name.</summary>
    public string Supervisor { get; set; } = "";

    /// <summary>The language the courses or the laboratory need; empty: none said.</summary>
    public string Language { get; set; } = "";

    /// <summary>The level in it, 1 (A1) to 6 (C2).</summary>
    public int? LanguageLevel { get; set; }

    /// <summary>By what it is shown: a test and its score, a school.</summary>
    public string LanguageEvidence { get; set; } = "";

    [Personal]
    public string EmergencyName { get; set; } = "";

    [Personal]
    public string EmergencyPhone { get; set; } = "";

    /// <summary>The name typed under it when it was sent in.</summary>
    [Personal]
    public string SignedName { get; set; } = "";

    public required Instant SavedAt { get; set; }
}

/// <summary>A file a nominated student sent. Another one takes its place; the earlier stays, withdrawn.</summary>
internal sealed class IncomingPaper : Entity<IncomingPaper>
{
    public required Id<IncomingStudent> StudentId { get; init; }

    public required IncomingPaperKind Kind { get; init; }

    public required FileId FileId { get; init; }

    public required Instant RecordedAt { get; init; }

    public Instant? WithdrawnAt { get; set; }
}

/// <summary>What an incoming student's file is; which of them are needed, a policy pack says.</summary>
public enum IncomingPaperKind
{
    /// <summary>The page of the passport with the picture.</summary>
    Passport,

    /// <summary>What was studied so far, with grades.</summary>
    Transcript,

    /// <summary>The life so far.</summary>
    Curriculum,

    /// <summary>A certificate of a language.</summary>
    Language,

    /// <summary>Anything else.</summary>
    Other,
}

internal sealed class IncomingApplicationMap : IEntityTypeConfiguration<IncomingApplication>
{
    public void Configure(EntityTypeBuilder<IncomingApplication> builder)
    {
        builder.Property(a => a.Motivation).HasMaxLength(IncomingApplication.LongestMotivation);
        builder.Property(a => a.Supervisor).HasMaxLength(160);
        builder.Property(a => a.Language).HasMaxLength(20);
        builder.Property(a => a.LanguageEvidence).HasMaxLength(IncomingApplication.LongestEvidence);
        builder.Property(a => a.EmergencyName).HasMaxLength(StayContact.LongestName);
        builder.Property(a => a.EmergencyPhone).HasMaxLength(StayContact.LongestPhone);
        builder.Property(a => a.SignedName).HasMaxLength(160);
        builder.HasIndex(a => a.StudentId).IsUnique();
        builder.HasOne<IncomingStudent>().WithMany().HasForeignKey(a => a.StudentId);
    }
}

internal sealed class IncomingPaperMap : IEntityTypeConfiguration<IncomingPaper>
{
    public void Configure(EntityTypeBuilder<IncomingPaper> builder)
    {
        builder.HasIndex(p => new { p.StudentId, p.Kind });
        builder.HasOne<IncomingStudent>().WithMany().HasForeignKey(p => p.StudentId);
    }
}
