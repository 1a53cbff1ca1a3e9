using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>
/// One applied import of organisations. It enters the change log as one row that carries the counts and the digest of
/// everything applied, in place of a row for each organisation; the organisations refer to it.
/// </summary>
internal sealed class OrganisationImport : Entity<OrganisationImport>
{
    public required string FileName { get; init; }

    /// <summary>SHA-256 over the digests of all rows applied, in the order of their identifiers.</summary>
    public required byte[] Digest { get; init; }

    public int New { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    public int Refused { get; init; }

    public Instant At { get; init; }
}

internal sealed class OrganisationImportMap : IEntityTypeConfiguration<OrganisationImport>
{
    public void Configure(EntityTypeBuilder<OrganisationImport> builder)
    {
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.Digest).HasMaxLength(32);
    }
}
