using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>
/// A call for applications: places of agreements in force for one academic year, from when to when one can apply, what is asked for. The hours are
/// local to a time zone; a deadline is judged by the moment the server received the form.
/// </summary>
internal sealed class Call : Entity<Call>, IScoped
{
    public const string RecordKind = "mobility.call";
    public const int LongestTitle = 200;
    public const int LongestLead = 4000;
    public const int MostChoices = 10;
    public const int LongestGrace = 24 * 60;

    public required LocalizedText Title { get; set; }

    /// <summary>What students read above it.</summary>
    public required LocalizedText Lead { get; set; }

    public required Id<MobilityForm> FormId { get; set; }

    /// <summary>By the year it begins in.</summary>
    public required int AcademicYear { get; set; }

    /// <summary>The zone its hours are meant in, a name of the IANA database.</summary>
    public required string Zone { get; set; }

    public required DateOnly OpensOn { get; set; }

    public required TimeOnly OpensTime { get; set; }

    public required DateOnly ClosesOn { get; set; }

    public required TimeOnly ClosesTime { get; set; }

    /// <summary>For how many minutes after the deadline an application is still taken, marked late.</summary>
    public int GraceMinutes { get; set; }

    /// <summary>The moment it opens: its local hour in its zone; in an hour the clock skips, the moment after the skip.</summary>
    public Instant OpensAt { get; private set; }

    /// <summary>The deadline: its local hour in its zone; in an hour the clock repeats, the second one.</summary>
    public Instant ClosesAt { get; private set; }

    /// <summary>How many places one may name, in order.</summary>
    public int Choices { get; set; } = 3;

    /// <summary>How many recommendations are asked for.</summary>
    public int Recommendations { get; set; }

    /// <summary>How many days there are to accept a place.</summary>
    public int AcceptDays { get; set; } = 10;

    public CallState State { get; private set; }

    /// <summary>Why it was called off.</summary>
    public string? Reason { get; private set; }

    public required Instant RecordedAt { get; init; }

    /// <summary>The unit that keeps it; decides who in the office sees it.</summary>
    public required UnitId UnitId { get; init; }

    public List<CallPlace> Places { get; } = [];

    public List<CallDocument> Documents { get; } = [];

    /// <summary>The last moment an application is taken.</summary>
    public Instant LastMoment => ClosesAt + Duration.FromMinutes(GraceMinutes);

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>Works out the moments of its hours.</summary>
    public Call Time()
    {
        OpensAt = LocalMoment.Of(Zone, OpensOn, OpensTime).First;
        ClosesAt = LocalMoment.Of(Zone, ClosesOn, ClosesTime).Last;
        return this;
    }

    /// <summary>Where it stands at a moment.</summary>
    public CallPhase PhaseAt(Instant now) => State switch
    {
        CallState.Draft => CallPhase.Draft,
        CallState.CalledOff => CallPhase.CalledOff,
        _ when now < OpensAt => CallPhase.Announced,
        _ when now <= ClosesAt => CallPhase.Open,
        _ when now <= LastMoment => CallPhase.Grace,
        _ => CallPhase.Closed,
    };

    public void Publish() => State = CallState.Published;

    public void CallOff(string reason) => (State, Reason) = (CallState.CalledOff, reason);
}

/// <summary>What was decided about a call.</summary>
internal enum CallState
{
    Draft,
    Published,
    CalledOff,
}

/// <summary>Where a call stands by the clock.</summary>
public enum CallPhase
{
    /// <summary>Being written; students do not see it.</summary>
    Draft,

    /// <summary>Students see it, and when it opens.</summary>
    Announced,

    /// <summary>Applications are taken.</summary>
    Open,

    /// <summary>The deadline has passed; applications are taken and marked late.</summary>
    Grace,

    /// <summary>No applications are taken.</summary>
    Closed,

    /// <summary>It will not take place.</summary>
    CalledOff,
}

internal sealed class CallMap : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.Ignore(c => c.LastMoment);
        builder.Property(c => c.Zone).HasMaxLength(60);
        builder.Property(c => c.Reason).HasMaxLength(1000);
        builder.HasIndex(c => new { c.State, c.ClosesAt });
        builder.HasMany(c => c.Places).WithOne().HasForeignKey(p => p.CallId);
        builder.HasMany(c => c.Documents).WithOne().HasForeignKey(d => d.CallId);
    }
}
