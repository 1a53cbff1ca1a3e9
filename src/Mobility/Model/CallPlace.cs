using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Mobility.Model;

/// <summary>Places of one line of an agreement that a call offers, with what a student needs to get one.</summary>
internal sealed class CallPlace : Entity<CallPlace>
{
    public const int MostSeats = 500;

    public required Id<Call> CallId { get; init; }

    public required AgreementId AgreementId { get; init; }

    /// <summary>The code of the agreement's line.</summary>
    public required string Line { get; init; }

    public required OrganisationId OrganisationId { get; init; }

    /// <summary>How many the call gives away; never more than the line and those that contain it leave.</summary>
    public required int Seats { get; set; }

    /// <summary>The level a student must study at; none: any.</summary>
    public StudyLevel? Level { get; set; }

    /// <summary>The field of ISCED-F 2013 a student must study in; none: any.</summary>
    public string? Field { get; set; }

    /// <summary>The language a certificate is asked for, a BCP 47 tag; none: none is asked for.</summary>
    public string? Language { get; set; }

    /// <summary>The least level in it, 1 (A1) to 6 (C2).</summary>
    public int? LanguageLevel { get; set; }

    /// <summary>The least grade, hundredths of a point of 100.</summary>
    public int? LeastGrade { get; set; }

    /// <summary>What a student there costs the school, minor units of the school's currency.</summary>
    public long? Cost { get; set; }

    public int Order { get; set; }

    /// <summary>Why nobody gets a place there any more; none: it is given away.</summary>
    public string? ClosedReason { get; set; }

    /// <summary>By what the place prefers one student to another; deferred acceptance follows it.</summary>
    public PlacePriority Priority { get; set; }

    /// <summary>The field of ISCED-F 2013 preferred, where it is by field.</summary>
    public string? PriorityField { get; set; }

    /// <summary>The place's own list, where it is by one.</summary>
    public List<PlaceTurn> Turns { get; } = [];
}

/// <summary>A document a call asks for.</summary>
internal sealed class CallDocument : Entity<CallDocument>
{
    public const int LongestName = 120;
    public const int Most = 12;

    public required Id<Call> CallId { get; init; }

    public required LocalizedText Name { get; set; }

    public bool IsRequired { get; set; } = true;

    public int Order { get; set; }
}

internal sealed class CallPlaceMap : IEntityTypeConfiguration<CallPlace>
{
    public void Configure(EntityTypeBuilder<CallPlace> builder)
    {
        builder.Property(p => p.Line).HasMaxLength(40);
        builder.Property(p => p.Field).HasMaxLength(4);
        builder.Property(p => p.Language).HasMaxLength(20);
        builder.Property(p => p.ClosedReason).HasMaxLength(1000);
        builder.Property(p => p.PriorityField).HasMaxLength(4);
        builder.HasMany(p => p.Turns).WithOne().HasForeignKey(t => t.PlaceId);
        builder.HasIndex(p => new { p.CallId, p.AgreementId, p.Line, p.OrganisationId }).IsUnique();
    }
}

internal sealed class CallDocumentMap : IEntityTypeConfiguration<CallDocument>
{
    public void Configure(EntityTypeBuilder<CallDocument> builder) => builder.HasIndex(d => new { d.CallId, d.Order });
}
