using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>
/// A mailed link that invites somebody or lets a forgotten password be set anew. Opening it changes nothing, because
/// mail scanners open links; the form behind it uses it up, once.
/// </summary>
internal sealed class AccountLink : Entity<AccountLink>
{
    public static readonly Duration InvitationLives = Duration.FromDays(14);

    public static readonly Duration ResetLives = Duration.FromHours(2);

    public required AccountLinkPurpose Purpose { get; init; }

    /// <summary>SHA-256 of the value in the link.</summary>
    [Personal]
    public required byte[] TokenHash { get; init; }

    [Personal]
    public required string Email { get; init; }

    [Personal]
    public string DisplayName { get; init; } = "";

    /// <summary>Whose password is set; none: an invitation.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>The account that came of an invitation.</summary>
    public AccountId? CreatedAccountId { get; set; }

    public AccountId? InvitedById { get; init; }

    /// <summary>The role granted with an invitation.</summary>
    public string? Role { get; init; }

    public UnitId? UnitId { get; init; }

    /// <summary>The last day of that role.</summary>
    public DateOnly? RoleTo { get; init; }

    public Instant CreatedAt { get; init; }

    public Instant ExpiresAt { get; init; }

    public Instant? UsedAt { get; set; }

    public Instant? WithdrawnAt { get; set; }

    /// <summary>Whether the form behind it may still be sent.</summary>
    public bool IsOpen(Instant now) => UsedAt is null && WithdrawnAt is null && now < ExpiresAt;
}

/// <summary>What a mailed link is for.</summary>
internal enum AccountLinkPurpose
{
    Invitation,
    PasswordReset,
}

internal sealed class AccountLinkMap : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.Property(l => l.TokenHash).HasMaxLength(32);
        builder.Property(l => l.Email).HasMaxLength(254);
        builder.Property(l => l.DisplayName).HasMaxLength(120);
        builder.Property(l => l.Role).HasMaxLength(40);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.ExpiresAt);
    }
}
