using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for its time or its next attempt.</summary>
    Waiting,

    /// <summary>A worker has it, until its lease ends.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up after the last attempt; an operator may try again.</summary>
    Dead,
}

/// <summary>A piece of later work, written in the transaction that wants it.</summary>
[NotLogged]
internal sealed class Job
{
    public const int LongestKey = 200;
    public const int LongestError = 2000;

    public Guid Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>The same key under the same kind is the same work; a second row is not written.</summary>
    public required string Key { get; init; }

    public required string Payload { get; init; }

    public JobState State { get; set; }

    public int Attempts { get; set; }

    public Instant EnqueuedAt { get; init; }

    public Instant RunAfter { get; set; }

    /// <summary>The claim of the worker that has it; another claim makes the first one void.</summary>
    public Guid? Lease { get; set; }

    public Instant? LeasedUntil { get; set; }

    public Instant? FinishedAt { get; set; }

    public string? Error { get; set; }
}

internal sealed class JobMap : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.Kind).HasMaxLength(80);
        builder.Property(j => j.Key).HasMaxLength(Job.LongestKey);
        builder.Property(j => j.Error).HasMaxLength(Job.LongestError);
        builder.HasIndex(j => new { j.Kind, j.Key }).IsUnique();
        builder.HasIndex(j => new { j.State, j.RunAfter });
        builder.HasIndex(j => j.EnqueuedAt);
    }
}
