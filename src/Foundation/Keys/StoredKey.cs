using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Foundation.Keys;

/// <summary>A key kept in the database; see <see cref="KeyTable"/>.</summary>
[NotLogged]
internal sealed class StoredKey
{
    public required string Name { get; init; }

    public required string Text { get; init; }
}

/// <summary>Which keys this database was written under: by these marks, missing and foreign keys are noticed at the start.</summary>
[NotLogged]
internal sealed class KeyMark
{
    public required string Name { get; init; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the key.</summary>
    public required string Fingerprint { get; init; }
}

internal sealed class StoredKeyMap : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(200);
    }
}

internal sealed class KeyMarkMap : IEntityTypeConfiguration<KeyMark>
{
    public void Configure(EntityTypeBuilder<KeyMark> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(80);
        builder.Property(k => k.Fingerprint).HasMaxLength(16);
    }
}
