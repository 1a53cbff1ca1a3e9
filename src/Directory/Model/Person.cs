using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Directory.Model;

/// <summary>A human being in every role: one record.</summary>
internal sealed class Person : Entity<PersonCard>
{
    [Personal]
    public required LocalizedText Name { get; set; }

    public required byte[] SortKey { get; set; }
}

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.SortKey).HasMaxLength(SortKey.MaxLength);
        builder.HasIndex(p => new { p.SortKey, p.Id });
    }
}
