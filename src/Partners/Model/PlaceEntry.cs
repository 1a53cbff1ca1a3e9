using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>
/// One row of the place ledger. Rows are added and withdrawn, never overwritten. Amounts are hundredths of a place.
/// </summary>
internal sealed class PlaceEntry : Entity<PlaceEntry>, IScoped
{
    public required AgreementId AgreementId { get; init; }

    /// <summary>The partner, in agreements of several parties; else the only one.</summary>
    public OrganisationId? OrganisationId { get; init; }

    /// <summary>The academic year, by the year it begins in.</summary>
    public required int AcademicYear { get; init; }

    public required PlaceDirection Direction { get; init; }

    /// <summary>The code of the line of places; none for what concerns the direction as a whole.</summary>
    public string? Place { get; init; }

    public StudyLevel? Level { get; init; }

    public UnitId? UnitId { get; init; }

    public required PlaceEntryKind Kind { get; init; }

    /// <summary>How many people or whole places.</summary>
    public int Count { get; init; }

    /// <summary>Weighted, in hundredths of a place; negative only for what is carried or adjusted.</summary>
    public required int Hundredths { get; init; }

    /// <summary>The kind of the record it comes from.</summary>
    public required string SourceKind { get; init; }

    public required Guid SourceKey { get; init; }

    public string? Reason { get; init; }

    public required Instant RecordedAt { get; init; }

    public Instant? WithdrawnAt { get; private set; }

    public string? WithdrawReason { get; private set; }

    public void Withdraw(Instant at, string reason)
    {
        if (WithdrawnAt is not null) return;
        WithdrawnAt = at;
        WithdrawReason = reason;
    }
}

internal sealed class PlaceEntryMap : IEntityTypeConfiguration<PlaceEntry>
{
    public void Configure(EntityTypeBuilder<PlaceEntry> builder)
    {
        builder.Property(e => e.Place).HasMaxLength(40);
        builder.Property(e => e.SourceKind).HasMaxLength(80);
        builder.Property(e => e.Reason).HasMaxLength(2000);
        builder.Property(e => e.WithdrawReason).HasMaxLength(2000);
        builder.HasIndex(e => new { e.AgreementId, e.AcademicYear });
        builder.HasIndex(e => new { e.SourceKind, e.SourceKey });
    }
}
