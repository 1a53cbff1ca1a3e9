using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>
/// A partner asked to nominate students who come here in an academic year: who there was written to, and until when. One a partner, year and unit; writing to
/// somebody else there changes it, and the earlier link says so.
/// </summary>
internal sealed class IncomingInvitation : Entity<IncomingInvitation>, IScoped
{
    public const string RecordKind = "mobility.incoming-invitation";

    public required OrganisationId OrganisationId { get; init; }

    /// <summary>By the year it begins in.</summary>
    public required int AcademicYear { get; init; }

    /// <summary>The person at the partner, where the directory knows one.</summary>
    public PersonId? ContactId { get; set; }

    [Personal]
    public required string Name { get; set; }

    [Personal]
    public required string Email { get; set; }

    /// <summary>The language one writes to them in, BCP 47.</summary>
    public required string Language { get; set; }

    /// <summary>The zone its hours are meant in, a name of the IANA database.</summary>
    public required string Zone { get; set; }

    /// <summary>The last day to nominate.</summary>
    public required DateOnly ClosesOn { get; set; }

    /// <summary>The hour of that day, on a clock in the zone.</summary>
    public required TimeOnly ClosesTime { get; set; }

    /// <summary>The last day on which a nominated student applies, to the same hour.</summary>
    public required DateOnly ApplyBy { get; set; }

    /// <summary>The deadline of nominations; in an hour the clock repeats, the second one.</summary>
    public Instant ClosesAt { get; private set; }

    /// <summary>The deadline of applications.</summary>
    public Instant ApplyUntil { get; private set; }

    /// <summary>When the partner was written to last.</summary>
    public required Instant SentAt { get; set; }

    /// <summary>Whoever of the office asked; nominated students are written to in that name.</summary>
    public AccountId? AskedById { get; set; }

    /// <summary>How many were nominated in all, also those taken back; two at once meet here.</summary>
    public int Nominations { get; set; }

    /// <summary>The unit that receives; decides who sees it.</summary>
    public required UnitId UnitId { get; init; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>Works out the moments of its hours.</summary>
    public IncomingInvitation Time()
    {
        ClosesAt = LocalMoment.Of(Zone, ClosesOn, ClosesTime).Last;
        ApplyUntil = LocalMoment.Of(Zone, ApplyBy, ClosesTime).Last;
        return this;
    }
}

internal sealed class IncomingInvitationMap : IEntityTypeConfiguration<IncomingInvitation>
{
    public void Configure(EntityTypeBuilder<IncomingInvitation> builder)
    {
        builder.Property(i => i.Name).HasMaxLength(200);
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.Language).HasMaxLength(20);
        builder.Property(i => i.Zone).HasMaxLength(60);
        builder.HasIndex(i => new { i.OrganisationId, i.AcademicYear, i.UnitId }).IsUnique();
    }
}
