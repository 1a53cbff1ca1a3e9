using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>
/// Who an account is elsewhere: the issuer that vouches and the subject it names. The two together are the key; an address of mail never is,
/// for addresses are given to others again.
/// </summary>
internal sealed class ExternalIdentity : Entity<ExternalIdentity>
{
    public const int LongestIssuer = 300;

    /// <summary>OpenID Connect Core 1.0 § 2: a subject has at most 255 characters, and case matters.</summary>
    public const int LongestSubject = 255;

    public const int LongestLabel = 120;

    public required AccountId AccountId { get; init; }

    public required string Issuer { get; init; }

    [Personal]
    public required string Subject { get; init; }

    /// <summary>What the issuer calls the person, so that the holder knows which identity it is; never compared.</summary>
    [Personal]
    public string Label { get; set; } = "";

    public IdentityOrigin Origin { get; init; }

    public Instant LinkedAt { get; init; }

    public Instant? UsedAt { get; set; }
}

/// <summary>How an identity came to its account.</summary>
internal enum IdentityOrigin
{
    /// <summary>Its holder linked it.</summary>
    Linked,

    /// <summary>The nightly table of the university announced it.</summary>
    Announced,
}

internal sealed class ExternalIdentityMap : IEntityTypeConfiguration<ExternalIdentity>
{
    public void Configure(EntityTypeBuilder<ExternalIdentity> builder)
    {
        builder.Property(i => i.Issuer).HasMaxLength(ExternalIdentity.LongestIssuer);
        builder.Property(i => i.Subject).HasMaxLength(ExternalIdentity.LongestSubject);
        builder.Property(i => i.Label).HasMaxLength(ExternalIdentity.LongestLabel);
        builder.HasIndex(i => new { i.Issuer, i.Subject }).IsUnique();
        builder.HasIndex(i => i.AccountId);
    }
}
