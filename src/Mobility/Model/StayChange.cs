using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>
/// A request to change a stay: a later or an earlier last day, a later start, another host supervisor, another topic. It keeps what was before and what is asked
/// for, who said what to it and what was decided; nothing of the stay changes before it is granted.
/// </summary>
internal sealed class StayChange : Entity<StayChange>, IScoped
{
    public const string RecordKind = "mobility.change";
    public const int LongestReason = 4000;
    public const int LongestHost = 240;

    public required Id<Stay> StayId { get; init; }

    public required ChangeKind Kind { get; init => (field, OpenKind) = (value, value); }

    /// <summary>The kind while it is open, so that a stay has one open request a kind; none once it is decided.</summary>
    public ChangeKind? OpenKind { get; private set; }

    /// <summary>The last or first day as it was when this was asked for.</summary>
    public DateOnly? DayBefore { get; init; }

    /// <summary>The last or first day asked for.</summary>
    public DateOnly? Day { get; init; }

    public PersonId? HostBefore { get; init; }

    /// <summary>The host supervisor asked for, as whoever asked names them; the record is found when it is granted.</summary>
    public string? HostName { get; init; }

    public LocalizedText TopicBefore { get; init; } = LocalizedText.Empty;

    public LocalizedText Topic { get; init; } = LocalizedText.Empty;

    public required string Reason { get; init; }

    /// <summary>What supports it: a letter of the host.</summary>
    public FileId? FileId { get; set; }

    public required Instant AskedAt { get; init; }

    public AccountId? AskedById { get; init; }

    public Instant? HostAgreedAt { get; private set; }

    [Personal]
    public string? HostAgreedName { get; private set; }

    public string? HostRemark { get; private set; }

    /// <summary>Whether the home supervisor is for it; none: has not said.</summary>
    public bool? IsSupported { get; private set; }

    public string? Opinion { get; private set; }

    public Instant? OpinionAt { get; private set; }

    public AccountId? OpinionById { get; private set; }

    public ChangeState State { get; private set; }

    public Instant? DecidedAt { get; private set; }

    public AccountId? DecidedById { get; private set; }

    /// <summary>Why it was refused or taken back, or what the grant is bound to.</summary>
    public string? Answer { get; private set; }

    /// <summary>The passing of its gate, with what every check saw when it was granted.</summary>
    public Guid? Passing { get; private set; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>SHA-256 of exactly this request: of which stay, what is asked for instead of what, why, with which file.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', StayId, Kind, Written(DayBefore), Written(Day), HostBefore, HostName, Written(TopicBefore), Written(Topic), FileId, Reason)));

    public void AgreeAsHost(string name, string? remark, Instant at) =>
        (HostAgreedName, HostRemark, HostAgreedAt) = HostAgreedAt is null ? (name, remark, at) : (HostAgreedName, HostRemark, HostAgreedAt);

    public void Say(bool isFor, string opinion, AccountId? by, Instant at) => (IsSupported, Opinion, OpinionById, OpinionAt) = (isFor, opinion, by, at);

    public void Grant(string? condition, Guid? passing, AccountId? by, Instant at)
    {
        Passing = passing;
        Decide(ChangeState.Granted, condition, by, at);
    }

    public void Refuse(string reason, AccountId? by, Instant at) => Decide(ChangeState.Refused, reason, by, at);

    public void TakeBack(string? reason, AccountId? by, Instant at) => Decide(ChangeState.TakenBack, reason, by, at);

    private void Decide(ChangeState state, string? answer, AccountId? by, Instant at) => (State, OpenKind, Answer, DecidedById, DecidedAt) = (state, null, answer, by, at);

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Written(LocalizedText text) => string.Join('\n', text.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}\t{t.Value}"));
}

/// <summary>What is asked for.</summary>
public enum ChangeKind
{
    /// <summary>A later last day.</summary>
    Extension,

    /// <summary>An earlier last day.</summary>
    EarlierReturn,

    /// <summary>A later first day, before the stay has begun.</summary>
    LaterStart,

    /// <summary>Another supervisor at the host.</summary>
    HostSupervisor,

    /// <summary>Another topic.</summary>
    Topic,
}

/// <summary>Where a request stands.</summary>
public enum ChangeState
{
    /// <summary>Not decided.</summary>
    Open,

    /// <summary>The stay was changed as asked.</summary>
    Granted,

    /// <summary>It was not, and why.</summary>
    Refused,

    /// <summary>Whoever asked took it back, or the stay ended before it was decided.</summary>
    TakenBack,
}

/// <summary>Who sees a request: whoever sees its stay.</summary>
internal static class ChangesOfStays
{
    public static IQueryable<StayChange> Of(this IQueryable<StayChange> changes, IQueryable<Stay> visible) => changes.ViewerNamed().Where(c => visible.Any(s => s.Id == c.StayId));
}

internal sealed class StayChangeMap : IEntityTypeConfiguration<StayChange>
{
    public void Configure(EntityTypeBuilder<StayChange> builder)
    {
        builder.Property(c => c.HostName).HasMaxLength(StayChange.LongestHost);
        builder.Property(c => c.HostAgreedName).HasMaxLength(StayReport.LongestName);
        builder.HasIndex(c => c.StayId);
        builder.HasIndex(c => new { c.StayId, c.OpenKind }).IsUnique();
    }
}
