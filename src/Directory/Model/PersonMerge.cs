using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>Two records found to be one human being. No key is rewritten; undoing it takes the aliases away again.</summary>
internal sealed class PersonMerge : Entity<PersonMerge>, IOfficeRecord
{
    public PersonId MergedId { get; init; }

    public PersonId CanonicalId { get; init; }

    /// <summary>Why somebody took them for one.</summary>
    public string Reason { get; init; } = "";

    public AccountId? By { get; init; }

    public Instant At { get; init; }

    public AccountId? UndoneBy { get; set; }

    public Instant? UndoneAt { get; set; }
}

/// <summary>Says that a person is shown as another. A chain is never longer than one: merging the other points its aliases anew.</summary>
internal sealed class PersonAlias : Entity<PersonAlias>, IOfficeRecord
{
    public PersonId PersonId { get; init; }

    public PersonId CanonicalId { get; init; }

    public Id<PersonMerge> MergeId { get; init; }

    public Instant? EndedAt { get; set; }

    /// <summary>The later merge that pointed it anew; undoing that one brings this one back.</summary>
    public Id<PersonMerge>? EndedByMergeId { get; set; }
}

/// <summary>Two persons somebody looked at and found to be two; they are not proposed again.</summary>
internal sealed class PersonsApart : Entity<PersonsApart>, IOfficeRecord
{
    /// <summary>The smaller key of the two.</summary>
    public PersonId FirstId { get; init; }

    public PersonId SecondId { get; init; }

    public AccountId? By { get; init; }

    public Instant At { get; init; }
}

internal sealed class PersonMergeMap : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> builder) => builder.Property(m => m.Reason).HasMaxLength(400);
}

internal sealed class PersonAliasMap : IEntityTypeConfiguration<PersonAlias>
{
    public void Configure(EntityTypeBuilder<PersonAlias> builder)
    {
        builder.HasIndex(a => a.PersonId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(a => a.CanonicalId);
    }
}

internal sealed class PersonsApartMap : IEntityTypeConfiguration<PersonsApart>
{
    public void Configure(EntityTypeBuilder<PersonsApart> builder) => builder.HasIndex(a => new { a.FirstId, a.SecondId }).IsUnique();
}
