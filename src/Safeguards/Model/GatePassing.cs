using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Safeguards.Model;

/// <summary>A record wanted to go through a gate: when, for whom, and whether the gate was open. Never changed.</summary>
internal sealed class GatePassing : Entity<GatePassing>, IScoped
{
    public required string Gate { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectKey { get; init; }

    public required UnitId UnitId { get; init; }

    public Instant At { get; init; }

    public AccountId? ById { get; init; }

    public bool IsOpen { get; init; }

    /// <summary>The exception that opened it.</summary>
    public Id<GateException>? ExceptionId { get; init; }

    public List<Verdict> Verdicts { get; } = [];
}

/// <summary>What one check said at a passing, under which pack, and what it saw.</summary>
internal sealed class Verdict : Entity<Verdict>
{
    public required Id<GatePassing> PassingId { get; init; }

    public required int Order { get; init; }

    /// <summary>The check's id.</summary>
    public required string Check { get; init; }

    public VerdictOutcome Outcome { get; init; }

    public required LocalizedText Sentence { get; init; }

    /// <summary>The pack that asked, in its version.</summary>
    public required Id<PackEdition> EditionId { get; init; }

    /// <summary>What it saw and what the pack gave, as JSON; it may name persons.</summary>
    [Personal]
    public required string Inputs { get; init; }
}

/// <summary>Somebody answers for letting a record through a gate although a check does not hold: named, with a reason, until a day.</summary>
internal sealed class GateException : Entity<GateException>, IScoped
{
    public required string Gate { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectKey { get; init; }

    public required UnitId UnitId { get; init; }

    /// <summary>The checks it excuses, each between spaces; what else fails keeps the gate closed.</summary>
    public required string Checks { get; init; }

    public required AccountId ById { get; init; }

    public required string Reason { get; init; }

    public Instant GrantedAt { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly ValidUntil { get; init; }

    public Instant? EndedAt { get; set; }

    public AccountId? EndedById { get; set; }

    public IReadOnlyList<string> CheckIds => Checks.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool StandsOn(DateOnly day) => EndedAt is null && day <= ValidUntil;

    public const int LongestReason = 1000;
}

internal sealed class GatePassingMap : IEntityTypeConfiguration<GatePassing>
{
    public void Configure(EntityTypeBuilder<GatePassing> builder)
    {
        builder.Property(p => p.Gate).HasMaxLength(80);
        builder.Property(p => p.SubjectKind).HasMaxLength(80);
        builder.HasMany(p => p.Verdicts).WithOne().HasForeignKey(v => v.PassingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.SubjectKey, p.SubjectKind, p.At });
    }
}

internal sealed class VerdictMap : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.Property(v => v.Check).HasMaxLength(80);
        builder.HasIndex(v => new { v.PassingId, v.Order }).IsUnique();
    }
}

internal sealed class GateExceptionMap : IEntityTypeConfiguration<GateException>
{
    public void Configure(EntityTypeBuilder<GateException> builder)
    {
        builder.Property(e => e.Gate).HasMaxLength(80);
        builder.Property(e => e.SubjectKind).HasMaxLength(80);
        builder.Property(e => e.Checks).HasMaxLength(1000);
        builder.Property(e => e.Reason).HasMaxLength(GateException.LongestReason);
        builder.Ignore(e => e.CheckIds);
        builder.HasIndex(e => new { e.SubjectKey, e.SubjectKind, e.Gate });
        builder.HasIndex(e => e.ValidUntil);
    }
}
