using System.Security.Cryptography;
using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>What one reviewer says about one application: asked for, drafted, sent in or declined. Students see neither it nor whose it is.</summary>
internal sealed class Review : Entity<Review>, IScoped
{
    public const string RecordKind = "mobility.review";
    public const int LongestComment = 4000;
    public const int LongestReason = 1000;

    public required Id<Application> ApplicationId { get; init; }

    public required Id<Call> CallId { get; init; }

    /// <summary>The call's unit, so that one rule decides who sees it.</summary>
    public required UnitId CallUnitId { get; init; }

    public required AccountId ReviewerId { get; init; }

    /// <summary>Names it in addresses: chance alone, so that it betrays neither when it was asked for nor in which order.</summary>
    public string Code { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public ReviewState State { get; private set; }

    public required Instant AskedAt { get; init; }

    public Instant? SentAt { get; private set; }

    /// <summary>What the reviewer writes to those who decide.</summary>
    [Personal]
    public string Comment { get; set; } = "";

    /// <summary>Why it was declined or taken back.</summary>
    public string? Reason { get; private set; }

    public List<ReviewScore> Scores { get; } = [];

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>Asks for it once more, after it was declined or taken back.</summary>
    public void AskAgain() => (State, Reason) = (ReviewState.Asked, null);

    public void Send(Instant at) => (State, SentAt) = (ReviewState.Sent, at);

    public void Decline(string reason) => (State, Reason) = (ReviewState.Declined, reason);

    public void TakeBack(string reason) => (State, Reason) = (ReviewState.TakenBack, reason);
}

/// <summary>Where a review stands.</summary>
public enum ReviewState
{
    /// <summary>Asked for; perhaps a draft.</summary>
    Asked,

    /// <summary>Sent in.</summary>
    Sent,

    /// <summary>The reviewer would rather not.</summary>
    Declined,

    /// <summary>The office asks for it no more.</summary>
    TakenBack,
}

/// <summary>The points a review gives for one criterion.</summary>
internal sealed class ReviewScore : Entity<ReviewScore>
{
    public required Id<Review> ReviewId { get; init; }

    public required Id<RubricCriterion> CriterionId { get; init; }

    public required int Points { get; set; }
}

/// <summary>A reviewer's own word that they should not judge an application.</summary>
internal sealed class DeclaredConflict : Entity<DeclaredConflict>
{
    public required Id<Application> ApplicationId { get; init; }

    public required AccountId ReviewerId { get; init; }

    [Personal]
    public required string Reason { get; init; }

    public required Instant DeclaredAt { get; init; }
}

internal sealed class ReviewMap : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(32);
        builder.Property(r => r.Comment).HasMaxLength(Review.LongestComment);
        builder.Property(r => r.Reason).HasMaxLength(Review.LongestReason);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasIndex(r => new { r.ApplicationId, r.ReviewerId }).IsUnique();
        builder.HasIndex(r => new { r.ReviewerId, r.State });
        builder.HasIndex(r => new { r.CallId, r.State });
        builder.HasMany(r => r.Scores).WithOne().HasForeignKey(s => s.ReviewId);
        builder.HasOne<Application>().WithMany(a => a.Reviews).HasForeignKey(r => r.ApplicationId);
    }
}

internal sealed class ReviewScoreMap : IEntityTypeConfiguration<ReviewScore>
{
    public void Configure(EntityTypeBuilder<ReviewScore> builder) => builder.HasIndex(s => new { s.ReviewId, s.CriterionId }).IsUnique();
}

internal sealed class DeclaredConflictMap : IEntityTypeConfiguration<DeclaredConflict>
{
    public void Configure(EntityTypeBuilder<DeclaredConflict> builder)
    {
        builder.Property(c => c.Reason).HasMaxLength(Review.LongestReason);
        builder.HasIndex(c => new { c.ApplicationId, c.ReviewerId }).IsUnique();
    }
}
