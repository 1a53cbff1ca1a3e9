using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>A student a partner nominated to come here: as nominated, and what was decided. What the student says is the <see cref="IncomingApplication"/>; once admitted, the journey is a <see cref="Stay"/>.</summary>
internal sealed class IncomingStudent : Entity<IncomingStudent>, IScoped
{
    public const string RecordKind = "mobility.incoming";
    public const int LongestName = 80;
    public const int LongestNote = 1000;

    public required Id<IncomingInvitation> InvitationId { get; init; }

    /// <summary>The partner that nominates.</summary>
    public required OrganisationId OrganisationId { get; init; }

    /// <summary>By the year the stay begins in.</summary>
    public required int AcademicYear { get; init; }

    /// <summary>The family name in Latin letters.</summary>
    [Personal]
    public required string Family { get; set; }

    [Personal]
    public required string Given { get; set; }

    /// <summary>The full name in its own script, where that is not Latin; may be empty.</summary>
    [Personal]
    public string Native { get; set; } = "";

    [Personal]
    public required string Email { get; init; }

    /// <summary>The language one writes in to the student, BCP 47: the partner's, then the one they applied in.</summary>
    public required string Language { get; set; }

    public required StudyLevel Level { get; init; }

    /// <summary>The field of ISCED-F 2013; may be empty.</summary>
    public string Field { get; init; } = "";

    public required Id<MobilityForm> FormId { get; init; }

    public required DateOnly From { get; set; }

    public required DateOnly Until { get; set; }

    /// <summary>What the partner wrote about the student.</summary>
    [Personal]
    public string Note { get; init; } = "";

    /// <summary>The agreement whose place the student would take, and takes once admitted.</summary>
    public required AgreementId AgreementId { get; set; }

    /// <summary>The code of the agreement's line.</summary>
    public required string Line { get; set; }

    /// <summary>The name as whoever nominated typed it.</summary>
    [Personal]
    public required string NominatedBy { get; init; }

    public required Instant NominatedAt { get; init; }

    public IncomingState State { get; private set; }

    public Instant? SubmittedAt { get; private set; }

    /// <summary>When it was admitted, refused, taken back or withdrawn.</summary>
    public Instant? DecidedAt { get; private set; }

    /// <summary>Who decided; none: the partner or the student.</summary>
    public AccountId? DecidedById { get; private set; }

    /// <summary>Why refused, taken back or withdrawn, or what the school asked for last.</summary>
    [Personal]
    public string Reason { get; private set; } = "";

    /// <summary>Whoever supervises here, as named at admission.</summary>
    public PersonId? SupervisorId { get; set; }

    /// <summary>The stay that began with the admission.</summary>
    public Id<Stay>? StayId { get; private set; }

    /// <summary>The unit that receives; decides who sees it.</summary>
    public required UnitId UnitId { get; set; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>Whether it still waits for the student or for a decision.</summary>
    public bool IsOpen => State is IncomingState.Nominated or IncomingState.Applied;

    public LocalizedText Name => new($"{Given} {Family}", Native.Length > 0 ? Native : $"{Given} {Family}");

    public void Submit(Instant at) => (State, SubmittedAt, Reason) = (IncomingState.Applied, at, "");

    /// <summary>Gives the application back to the student, with what is missing.</summary>
    public void AskMore(string what) => (State, SubmittedAt, Reason) = (IncomingState.Nominated, null, what);

    public void Admit(Stay stay, AccountId? by, Instant at) => (State, StayId, DecidedById, DecidedAt, Reason) = (IncomingState.Admitted, stay.Id, by, at, "");

    public void Refuse(string reason, AccountId? by, Instant at) => (State, Reason, DecidedById, DecidedAt) = (IncomingState.Refused, reason, by, at);

    /// <summary>The partner takes the nomination back.</summary>
    public void TakeBack(Instant at) => (State, DecidedAt) = (IncomingState.TakenBack, at);

    /// <summary>The student would rather not come.</summary>
    public void Withdraw(string reason, Instant at) => (State, Reason, DecidedAt) = (IncomingState.Withdrawn, reason, at);
}

/// <summary>Where an incoming student stands until the stay is there.</summary>
public enum IncomingState
{
    /// <summary>The partner nominated; the student has not applied.</summary>
    Nominated,

    /// <summary>The student applied; the school has not decided.</summary>
    Applied,

    /// <summary>The school takes the student; the stay says the rest.</summary>
    Admitted,

    /// <summary>The school does not, with a reason.</summary>
    Refused,

    /// <summary>The partner took the nomination back.</summary>
    TakenBack,

    /// <summary>The student would rather not come.</summary>
    Withdrawn,
}

internal sealed class IncomingStudentMap : IEntityTypeConfiguration<IncomingStudent>
{
    public void Configure(EntityTypeBuilder<IncomingStudent> builder)
    {
        foreach (var name in new[] { nameof(IncomingStudent.Family), nameof(IncomingStudent.Given), nameof(IncomingStudent.Native) }) builder.Property(name).HasMaxLength(IncomingStudent.LongestName);
        builder.Property(s => s.Email).HasMaxLength(254);
        builder.Property(s => s.Language).HasMaxLength(20);
        builder.Property(s => s.Field).HasMaxLength(4);
        builder.Property(s => s.Line).HasMaxLength(40);
        builder.Property(s => s.Note).HasMaxLength(IncomingStudent.LongestNote);
        builder.Property(s => s.Reason).HasMaxLength(IncomingStudent.LongestNote);
        builder.Property(s => s.NominatedBy).HasMaxLength(160);
        builder.HasIndex(s => new { s.InvitationId, s.State });
        builder.HasIndex(s => new { s.OrganisationId, s.AcademicYear });
        builder.HasIndex(s => s.StayId);
        builder.HasOne<IncomingInvitation>().WithMany().HasForeignKey(s => s.InvitationId);
    }
}
