using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Safeguards.Model;

/// <summary>Something due from a role or an account by a day. A closed one stays as it was closed; owed anew, it is a new row.</summary>
internal sealed class Obligation : Entity<Obligation>, IScoped, IActedOn
{
    public required string SubjectKind { get; init; }

    public required Guid SubjectKey { get; init; }

    /// <summary>What kind: <c>partners.decide-renewal</c>; packs give its reminders.</summary>
    public required string Kind { get; init; }

    public required string Instance { get; init; }

    public required string Role { get; set; }

    public required UnitId UnitId { get; set; }

    /// <summary>The account that owes it in person; none: whoever holds the role.</summary>
    public AccountId? OwnerId { get; set; }

    public required LocalizedText Title { get; set; }

    /// <summary>Where it is done.</summary>
    public required string Address { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly Due { get; set; }

    /// <summary>The day it comes on the desk.</summary>
    public DateOnly ShowFrom { get; set; }

    public ObligationState State { get; private set; }

    public Instant OwedAt { get; init; }

    public Instant? ClosedAt { get; private set; }

    public AccountId? ClosedById { get; private set; }

    /// <summary>What shows that it was done, or why it is no longer owed.</summary>
    public string? Receipt { get; private set; }

    /// <summary>The file that shows it, where one was handed in.</summary>
    public Id<FileCard>? EvidenceId { get; private set; }

    /// <summary>The nearest distance to its day, in working days, at which was reminded; negative once overdue; none: not yet.</summary>
    public int? RemindedAt { get; set; }

    public List<ObligationDelegation> Delegations { get; } = [];

    public RecordRef Subject => new(SubjectKind, SubjectKey);

    public bool IsOverdue(DateOnly today) => State == ObligationState.Open && Due < today;

    public static Obligation Of(NewObligation owed, Instant at) => new()
    {
        SubjectKind = owed.Subject.Kind,
        SubjectKey = owed.Subject.Key,
        Kind = owed.Kind,
        Instance = owed.Instance,
        Role = owed.Role,
        UnitId = owed.Unit,
        OwnerId = owed.Owner,
        Title = owed.Title,
        Address = owed.Address,
        Due = owed.Due,
        ShowFrom = owed.ShowFrom,
        OwedAt = at,
    };

    /// <summary>Owes it as said now; another day begins the reminders anew.</summary>
    public void Move(NewObligation owed)
    {
        if (owed.Due != Due) RemindedAt = null;
        (Role, UnitId, OwnerId, Title, Address, Due, ShowFrom) = (owed.Role, owed.Unit, owed.Owner, owed.Title, owed.Address, owed.Due, owed.ShowFrom);
        (State, ClosedAt, ClosedById, Receipt, EvidenceId) = (ObligationState.Open, null, null, null, null);
    }

    /// <summary>Closes it.</summary>
    public void Close(ObligationState state, string receipt, AccountId? by, Instant at, Id<FileCard>? evidence = null)
    {
        if (State != ObligationState.Open) throw new InvalidOperationException("Only an open obligation is closed.");
        (State, Receipt, ClosedById, ClosedAt, EvidenceId) = (state, receipt.Length <= LongestReceipt ? receipt : receipt[..LongestReceipt], by, at, evidence);
    }

    public const int LongestReceipt = 1000;

    public const string RecordKind = "safeguards.obligation";

    /// <summary>Its name for other rooms: the owner of the file that shows it was done.</summary>
    public RecordRef Ref() => new(RecordKind, Id.Value);
}

/// <summary>An obligation that one account does for the one who owes it, from a day to a day.</summary>
internal sealed class ObligationDelegation : Entity<ObligationDelegation>
{
    public required Id<Obligation> ObligationId { get; init; }

    public required AccountId DelegateId { get; init; }

    public required AccountId ById { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; init; }

    public required string Note { get; init; }

    public Instant MadeAt { get; init; }

    public Instant? WithdrawnAt { get; set; }

    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && From <= day && day <= To;
}

internal sealed class ObligationMap : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.Property(o => o.SubjectKind).HasMaxLength(80);
        builder.Property(o => o.Kind).HasMaxLength(80);
        builder.Property(o => o.Instance).HasMaxLength(80);
        builder.Property(o => o.Role).HasMaxLength(40);
        builder.Property(o => o.Address).HasMaxLength(400);
        builder.Property(o => o.Receipt).HasMaxLength(Obligation.LongestReceipt);
        builder.Ignore(o => o.Subject);
        builder.HasMany(o => o.Delegations).WithOne().HasForeignKey(d => d.ObligationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.SubjectKey, o.SubjectKind, o.Kind, o.Instance }).IsUnique().HasFilter("\"State\" = 'Open'");
        builder.HasIndex(o => new { o.State, o.Due });
        builder.HasIndex(o => o.ClosedAt);
    }
}

internal sealed class ObligationDelegationMap : IEntityTypeConfiguration<ObligationDelegation>
{
    public void Configure(EntityTypeBuilder<ObligationDelegation> builder)
    {
        builder.Property(d => d.Note).HasMaxLength(300);
        builder.HasIndex(d => new { d.DelegateId, d.To });
    }
}
