using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>A key of a device or a key holder with which an account signs in without a password (WebAuthn Level 3).</summary>
internal sealed class Passkey : Entity<Passkey>
{
    public required AccountId AccountId { get; init; }

    /// <summary>The identifier the authenticator gave, at most 1023 bytes (WebAuthn § 4).</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>The public key in COSE form.</summary>
    public required byte[] PublicKey { get; init; }

    [Personal]
    public required string Name { get; set; }

    public Instant CreatedAt { get; init; }

    public Instant? UsedAt { get; set; }

    /// <summary>Rises with each use where the authenticator counts; a lower value betrays a copy.</summary>
    public long SignCount { get; set; }

    /// <summary>How the authenticator is reached, separated by blanks.</summary>
    public string Transports { get; init; } = "";

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; set; }

    public required byte[] Attestation { get; init; }

    public required byte[] ClientData { get; init; }
}

internal sealed class PasskeyMap : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.Property(p => p.CredentialId).HasMaxLength(1023);
        builder.Property(p => p.PublicKey).HasMaxLength(1000);
        builder.Property(p => p.Name).HasMaxLength(60);
        builder.Property(p => p.Transports).HasMaxLength(80);
        builder.Property(p => p.Attestation).HasMaxLength(8000);
        builder.Property(p => p.ClientData).HasMaxLength(2000);
        builder.HasIndex(p => p.CredentialId).IsUnique();
    }
}
