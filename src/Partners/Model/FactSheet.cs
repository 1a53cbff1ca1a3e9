using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>
/// One edition of a partner's fact sheet for an academic year: proposed by the partner over a link or by the office, and counted
/// only once somebody of the office confirmed it. Editions are added, never overwritten; the latest confirmed one counts.
/// </summary>
internal sealed class FactSheet : Entity<FactSheet>, IScoped
{
    public const int LongestReason = 1000;

    public required OrganisationId OrganisationId { get; init; }

    /// <summary>The academic year, by the calendar year it begins in.</summary>
    public required int Year { get; init; }

    /// <summary>The <see cref="FactSheetAnswer"/> in canonical form.</summary>
    public required string Answer { get; init; }

    public FactSheetState State { get; set; } = FactSheetState.Proposed;

    /// <summary>The link it came by; none: the office wrote it.</summary>
    public Id<LinkTag>? LinkId { get; init; }

    /// <summary>Who wrote it, by name: the typed name of a link's answer, or the account's.</summary>
    [Personal]
    public required string By { get; init; }

    public required Instant RecordedAt { get; init; }

    public AccountId? DecidedBy { get; set; }

    public Instant? DecidedAt { get; set; }

    /// <summary>Why it was returned.</summary>
    public string? Reason { get; set; }

    /// <summary>The unit that keeps it; decides who may see it.</summary>
    public required UnitId UnitId { get; init; }
}

/// <summary>Where an edition stands.</summary>
public enum FactSheetState
{
    /// <summary>Waits for review.</summary>
    Proposed,

    /// <summary>Counts, until a later one does.</summary>
    Confirmed,

    /// <summary>Was not taken over.</summary>
    Returned,
}

internal sealed class FactSheetMap : IEntityTypeConfiguration<FactSheet>
{
    public void Configure(EntityTypeBuilder<FactSheet> builder)
    {
        builder.Property(f => f.By).HasMaxLength(200);
        builder.Property(f => f.Reason).HasMaxLength(FactSheet.LongestReason);
        builder.HasIndex(f => new { f.OrganisationId, f.Year, f.State });
    }
}
