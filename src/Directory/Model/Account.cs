using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>What somebody signs in with; apart from the person, who may have none, or several over time.</summary>
internal sealed class Account : Entity<AccountCard>
{
    public required string Email { get; set; }

    public required string NormalizedEmail { get; set; }

    public required string DisplayName { get; set; }

    public PersonId? PersonId { get; set; }

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    public int FailedSignIns { get; set; }

    public Instant? LockedUntil { get; set; }

    public Instant? EndedAt { get; set; }
}

internal sealed class AccountMap : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.Email).HasMaxLength(254);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(254);
        builder.Property(a => a.DisplayName).HasMaxLength(120);
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
    }
}
