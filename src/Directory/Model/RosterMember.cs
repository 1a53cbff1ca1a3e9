using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Directory.Model;

/// <summary>
/// Somebody the university's roster announces: who that is here, and what the roster said last. Known by issuer and subject, as identities are; an
/// address of mail or a name never decides who somebody is.
/// </summary>
internal sealed class RosterMember : Entity<RosterMember>
{
    public required string Issuer { get; init; }

    /// <summary>The number of the university: of staff, of a student.</summary>
    [Personal]
    public required string Subject { get; init; }

    public required AccountId AccountId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Where the roster has the person, as it stands with the person; none where it was withdrawn by hand.</summary>
    public Id<PersonAffiliation>? AffiliationId { get; set; }

    public RosterKind Kind { get; set; }

    public UnitId UnitId { get; set; }

    /// <summary>SHA-256 of all the roster said: the same again changes nothing, also where the office changed a record since.</summary>
    [Personal]
    public required byte[] Said { get; set; }

    /// <summary>The name as the roster said it last; another name is told from a record the office improved.</summary>
    [Personal]
    public required string SaidName { get; set; }

    [Personal]
    public string SaidMail { get; set; } = "";

    public string SaidTitle { get; set; } = "";

    /// <summary>The last day, once the roster let the person go.</summary>
    public DateOnly? EndedOn { get; set; }
}

/// <summary>What somebody is to the university.</summary>
internal enum RosterKind
{
    /// <summary>The roster does not say.</summary>
    Other,

    Staff,

    Student,
}

internal sealed class RosterMemberMap : IEntityTypeConfiguration<RosterMember>
{
    public void Configure(EntityTypeBuilder<RosterMember> builder)
    {
        builder.Property(m => m.Issuer).HasMaxLength(ExternalIdentity.LongestIssuer);
        builder.Property(m => m.Subject).HasMaxLength(ExternalIdentity.LongestSubject);
        builder.Property(m => m.Said).HasMaxLength(32);
        builder.Property(m => m.SaidName).HasMaxLength(PersonName.Longest * 2);
        builder.Property(m => m.SaidMail).HasMaxLength(PersonEmail.Longest);
        builder.Property(m => m.SaidTitle).HasMaxLength(200);
        builder.HasIndex(m => new { m.Issuer, m.Subject }).IsUnique();
        builder.HasIndex(m => m.AccountId);
        builder.HasIndex(m => m.PersonId);
    }
}
