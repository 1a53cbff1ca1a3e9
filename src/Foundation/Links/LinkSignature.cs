using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Links;

/// <summary>What somebody outside put their name to: the hash of what was on the page, the name as typed, where from and when. Never changed.</summary>
internal sealed class LinkSignature : Entity<LinkSignature>
{
    public required Id<LinkTag> LinkId { get; init; }

    /// <summary>SHA-256 of the canonical form of what was signed.</summary>
    public required byte[] Hash { get; init; }

    [Personal]
    public required string TypedName { get; init; }

    /// <summary>The network address it came from.</summary>
    [Personal]
    public required string Address { get; init; }

    public required Instant At { get; init; }
}

internal sealed class LinkSignatureMap : IEntityTypeConfiguration<LinkSignature>
{
    public void Configure(EntityTypeBuilder<LinkSignature> builder)
    {
        builder.Property(s => s.Hash).HasMaxLength(32);
        builder.Property(s => s.TypedName).HasMaxLength(OutsideLink.LongestName);
        builder.Property(s => s.Address).HasMaxLength(60);
        builder.HasIndex(s => s.LinkId).IsUnique();
    }
}
