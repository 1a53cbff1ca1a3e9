using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>
/// A meeting with a partner, at a place or by call: planned, then held or called off. Once held it stands among the partner's notes as a talk, by which it is
/// the last human contact and part of the briefing. Its minutes are written in editions; nothing is overwritten.
/// </summary>
internal sealed class Meeting : Entity<Meeting>, IScoped
{
    public const string RecordKind = "partners.meeting";
    public const int LongestSubject = 200;
    public const int LongestPlace = 300;
    public const int LongestAgenda = 8_000;
    public const int LongestReason = 1_000;

    public required OrganisationId OrganisationId { get; init; }

    public AgreementId? AgreementId { get; set; }

    public required LocalizedText Subject { get; set; }

    public required DateOnly On { get; set; }

    /// <summary>When it begins, on the school's clock; none: not fixed.</summary>
    public TimeOnly? Starts { get; set; }

    /// <summary>How long, in minutes; none: not said.</summary>
    public int? Minutes { get; set; }

    public required MeetingForm Form { get; set; }

    /// <summary>The room, or where one calls in.</summary>
    public string? Place { get; set; }

    /// <summary>Markdown.</summary>
    public string? Agenda { get; set; }

    public MeetingState State { get; private set; }

    /// <summary>Why it was called off.</summary>
    public string? Reason { get; private set; }

    public List<MeetingParticipant> Participants { get; } = [];

    public List<MeetingMinutes> Editions { get; } = [];

    public List<MeetingFollowUp> FollowUps { get; } = [];

    public AccountId? AccountId { get; init; }

    public required Instant RecordedAt { get; init; }

    /// <summary>Set when the record was taken back, with the reason; it counts no more.</summary>
    public Instant? WithdrawnAt { get; private set; }

    public AccountId? WithdrawnById { get; private set; }

    public string? WithdrawReason { get; private set; }

    /// <summary>The unit that keeps it; decides who may see it, beside those who take part or owe something from it.</summary>
    public required UnitId UnitId { get; init; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>It took place.</summary>
    public void Hold(DateOnly today)
    {
        if (State != MeetingState.Planned || WithdrawnAt is not null || On > today) throw new InvalidOperationException("Only a planned meeting whose day has come is held.");
        State = MeetingState.Held;
    }

    /// <summary>It does not take place.</summary>
    public void CallOff(string reason)
    {
        if (State != MeetingState.Planned || WithdrawnAt is not null) throw new InvalidOperationException("Only a planned meeting is called off.");
        (State, Reason) = (MeetingState.CalledOff, reason);
    }

    /// <summary>The record was a mistake.</summary>
    public void Withdraw(string reason, AccountId? by, Instant at)
    {
        if (WithdrawnAt is not null) throw new InvalidOperationException("It was withdrawn before.");
        (WithdrawnAt, WithdrawnById, WithdrawReason) = (at, by, reason);
    }
}

/// <summary>How one meets.</summary>
public enum MeetingForm
{
    InPerson,
    Call,
}

/// <summary>Where a meeting stands.</summary>
public enum MeetingState
{
    Planned,
    Held,
    CalledOff,
}

/// <summary>Somebody who takes part: a person of the directory, or a name as typed.</summary>
internal sealed class MeetingParticipant : Entity<MeetingParticipant>
{
    public const int LongestName = 160;

    public required Id<Meeting> MeetingId { get; init; }

    public required ContactSide Side { get; init; }

    public PersonId? PersonId { get; init; }

    /// <summary>The name, where there is no person.</summary>
    [Personal]
    public string? Name { get; init; }

    public required int Order { get; init; }
}

/// <summary>One edition of the minutes; the latest counts.</summary>
internal sealed class MeetingMinutes : Entity<MeetingMinutes>
{
    public const int LongestText = 40_000;

    public required Id<Meeting> MeetingId { get; init; }

    public required int Number { get; init; }

    /// <summary>Markdown.</summary>
    [Personal]
    public required string Text { get; init; }

    /// <summary>Why it was written anew; none for the first.</summary>
    public string? Reason { get; init; }

    public AccountId? AccountId { get; init; }

    public required Instant RecordedAt { get; init; }
}

/// <summary>What somebody does after a meeting; that it is owed, reminded of and done is the obligation of which it is the subject.</summary>
internal sealed class MeetingFollowUp : Entity<MeetingFollowUp>
{
    public const string RecordKind = "partners.follow-up";
    public const int LongestText = 300;

    public required Id<Meeting> MeetingId { get; init; }

    public required string Text { get; init; }

    /// <summary>Who owes it in person; none: whoever holds the role.</summary>
    public AccountId? OwnerId { get; init; }

    public required string Role { get; init; }

    public required DateOnly Due { get; init; }

    public required Instant RecordedAt { get; init; }

    public RecordRef Ref() => new(RecordKind, Id.Value);
}

internal sealed class MeetingMap : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Property(m => m.Place).HasMaxLength(Meeting.LongestPlace);
        builder.Property(m => m.Agenda).HasMaxLength(Meeting.LongestAgenda);
        builder.Property(m => m.Reason).HasMaxLength(Meeting.LongestReason);
        builder.Property(m => m.WithdrawReason).HasMaxLength(Meeting.LongestReason);
        builder.HasMany(m => m.Participants).WithOne().HasForeignKey(p => p.MeetingId);
        builder.HasMany(m => m.Editions).WithOne().HasForeignKey(e => e.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.FollowUps).WithOne().HasForeignKey(f => f.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.OrganisationId, m.On });
        builder.HasIndex(m => new { m.State, m.On });
    }
}

internal sealed class MeetingParticipantMap : IEntityTypeConfiguration<MeetingParticipant>
{
    public void Configure(EntityTypeBuilder<MeetingParticipant> builder) => builder.Property(p => p.Name).HasMaxLength(MeetingParticipant.LongestName);
}

internal sealed class MeetingMinutesMap : IEntityTypeConfiguration<MeetingMinutes>
{
    public void Configure(EntityTypeBuilder<MeetingMinutes> builder)
    {
        builder.Property(e => e.Reason).HasMaxLength(Meeting.LongestReason);
        builder.HasIndex(e => new { e.MeetingId, e.Number }).IsUnique();
    }
}

internal sealed class MeetingFollowUpMap : IEntityTypeConfiguration<MeetingFollowUp>
{
    public void Configure(EntityTypeBuilder<MeetingFollowUp> builder)
    {
        builder.Property(f => f.Text).HasMaxLength(MeetingFollowUp.LongestText);
        builder.Property(f => f.Role).HasMaxLength(40);
    }
}
