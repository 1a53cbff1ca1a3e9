using System.Security.Cryptography;
using System.Text;
using Entente.Foundation.Data;
using Entente.Safeguards.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Safeguards.Model;

/// <summary>One version of a policy pack as it was installed; never changed and never removed, because verdicts name it.</summary>
internal sealed class PackEdition : Entity<PackEdition>
{
    /// <summary>The pack's id.</summary>
    public required string Code { get; init; }

    /// <summary>The pack's version.</summary>
    public required string Edition { get; init; }

    public DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The pack as it was written.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public required byte[] Hash { get; init; }

    public Instant InstalledAt { get; init; }

    public AccountId? InstalledById { get; init; }

    public static byte[] HashOf(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content));

    public static PackEdition Of(Pack pack, string content, Instant at, AccountId? by) => new()
    {
        Code = pack.Id,
        Edition = pack.Version,
        From = pack.EffectiveFrom,
        To = pack.EffectiveTo,
        Content = content,
        Hash = HashOf(content),
        InstalledAt = at,
        InstalledById = by,
    };
}

internal sealed class PackEditionMap : IEntityTypeConfiguration<PackEdition>
{
    public void Configure(EntityTypeBuilder<PackEdition> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(80);
        builder.Property(p => p.Edition).HasMaxLength(40);
        builder.Property(p => p.Hash).HasMaxLength(32);
        builder.HasIndex(p => new { p.Code, p.Edition }).IsUnique();
        builder.HasData(ShippedPacks.All.Select((content, i) => (Pack: ShippedPacks.Read(content), content, i)).Select(shipped => new
        {
            Id = ShippedPacks.Key(shipped.i),
            Code = shipped.Pack.Id,
            Edition = shipped.Pack.Version,
            From = shipped.Pack.EffectiveFrom,
            To = shipped.Pack.EffectiveTo,
            Content = shipped.content,
            Hash = PackEdition.HashOf(shipped.content),
            InstalledAt = ShippedPacks.At,
            Version = 1,
        }));
    }
}
