using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>A person of one side was with the other side, from when to when, under what; written by the room that knows, withdrawn, never removed.</summary>
internal sealed class Encounter : Entity<Encounter>, IOfficeRecord
{
    public const int LongestKind = 60;

    public required PersonId PersonId { get; set; }

    public required OrganisationId OrganisationId { get; set; }

    public required EncounterSide Side { get; set; }

    public required string Kind { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>The last day; none while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>What it happened under.</summary>
    public string? UnderKind { get; set; }

    public Guid? UnderKey { get; set; }

    public required string SourceKind { get; init; }

    public required Guid SourceKey { get; init; }

    /// <summary>Where the person belonged then.</summary>
    public required LocalizedText Affiliation { get; init; }

    public required Instant RecordedAt { get; init; }

    public Instant? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public static Encounter Of(NewEncounter noted, Instant at)
    {
        var encounter = new Encounter
        {
            PersonId = noted.Person,
            OrganisationId = noted.With,
            Side = noted.Side,
            Kind = noted.Kind,
            From = noted.From,
            SourceKind = noted.Source.Kind,
            SourceKey = noted.Source.Key,
            Affiliation = noted.Affiliation,
            RecordedAt = at,
        };
        encounter.Say(noted);
        return encounter;
    }

    /// <summary>Says it anew. Where the person belonged stays as it was noted first.</summary>
    public void Say(NewEncounter noted)
    {
        (PersonId, OrganisationId, Side, Kind, From, Until) = (noted.Person, noted.With, noted.Side, noted.Kind, noted.From, noted.Until);
        (UnderKind, UnderKey) = (noted.Under?.Kind, noted.Under?.Key);
    }

    public void Withdraw(string reason, Instant at) => (WithdrawnReason, WithdrawnAt) = (reason, at);
}

internal sealed class EncounterMap : IEntityTypeConfiguration<Encounter>
{
    public void Configure(EntityTypeBuilder<Encounter> builder)
    {
        builder.Property(e => e.Kind).HasMaxLength(Encounter.LongestKind);
        builder.Property(e => e.SourceKind).HasMaxLength(Encounter.LongestKind);
        builder.Property(e => e.UnderKind).HasMaxLength(Encounter.LongestKind);
        builder.Property(e => e.WithdrawnReason).HasMaxLength(PersonFactMap.LongestReason);
        builder.HasIndex(e => new { e.SourceKey, e.SourceKind });
        builder.HasIndex(e => new { e.PersonId, e.From });
        builder.HasIndex(e => new { e.OrganisationId, e.From });
    }
}
