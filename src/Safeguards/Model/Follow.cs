using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Safeguards.Model;

/// <summary>An account follows a record of any room. It names the record and nothing of it: what is shown, its room decides anew each time.</summary>
[NotLogged]
internal sealed class Follow : Entity<Follow>, IScoped
{
    /// <summary>The most records an account follows.</summary>
    public const int Most = 500;

    public required AccountId AccountId { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectKey { get; init; }

    public Instant Since { get; init; }
}

internal sealed class FollowMap : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.Property(f => f.SubjectKind).HasMaxLength(80);
        builder.HasIndex(f => new { f.AccountId, f.SubjectKey, f.SubjectKind }).IsUnique();
    }
}
