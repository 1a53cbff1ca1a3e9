using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>What a person was honoured with: membership of an academy, a prize. It counts once somebody has verified its evidence.</summary>
internal sealed class PersonDistinction : PersonFact<PersonDistinction>
{
    public DistinctionKind Kind { get; init; }

    /// <summary>The academy or the giver, where the directory holds it.</summary>
    public OrganisationId? OrganisationId { get; init; }

    /// <summary>The academy or the prize in words.</summary>
    public required LocalizedText Name { get; init; }

    public int? Year { get; init; }

    /// <summary>Where the evidence is: a page of the academy.</summary>
    public string? Evidence { get; init; }

    public AccountId? VerifiedBy { get; set; }

    public Instant? VerifiedAt { get; set; }
}

/// <summary>The kinds of distinction.</summary>
internal enum DistinctionKind
{
    /// <summary>Elected member of a national academy (院士).</summary>
    AcademyMember,

    /// <summary>Foreign or corresponding member of an academy (外籍院士).</summary>
    ForeignMember,

    /// <summary>Fellow of a learned society.</summary>
    Fellow,

    /// <summary>A prize.</summary>
    Prize,

    /// <summary>Anything else.</summary>
    Other,
}

internal sealed class PersonDistinctionMap : IEntityTypeConfiguration<PersonDistinction>
{
    public void Configure(EntityTypeBuilder<PersonDistinction> builder)
    {
        builder.Property(d => d.Evidence).HasMaxLength(500);
        builder.MapFact();
    }
}
