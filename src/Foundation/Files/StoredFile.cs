using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Files;

/// <summary>A file of a record. Contents that are alike stand once on the disk, whatever the number of records.</summary>
internal sealed class StoredFile : Entity<FileCard>
{
    public const int LongestName = 200;

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public long Size { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    public required string OwnerKind { get; init; }

    public Guid OwnerKey { get; init; }

    public Instant UploadedAt { get; init; }

    public Guid? UploadedBy { get; init; }

    public FileCard Card => new(Id, new RecordRef(OwnerKind, OwnerKey), Name, MediaType, Size, Hash, UploadedAt, UploadedBy);
}

internal sealed class StoredFileMap : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.Hash).HasMaxLength(64);
        builder.Property(f => f.Name).HasMaxLength(StoredFile.LongestName);
        builder.Property(f => f.MediaType).HasMaxLength(100);
        builder.Property(f => f.OwnerKind).HasMaxLength(80);
        builder.Ignore(f => f.Card);
        builder.HasIndex(f => f.Hash);
        builder.HasIndex(f => new { f.OwnerKind, f.OwnerKey });
    }
}
