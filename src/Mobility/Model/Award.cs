using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>Money promised to a student for a stay, or for an application before there is one; paid in instalments, with a deposit and a repayment as the rules in force say.</summary>
internal sealed class Award : Entity<Award>, IScoped
{
    public const string RecordKind = "mobility.award";
    public const int LongestConditions = 2000;
    public const int LongestReason = 1000;
    public const int MostInstalments = 12;

    public required Id<FundingBudget> BudgetId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The stay it is for; none while there is only an application.</summary>
    public Id<Stay>? StayId { get; set; }

    public Id<Application>? ApplicationId { get; init; }

    /// <summary>Where the student goes; none where that is still open.</summary>
    public OrganisationId? OrganisationId { get; set; }

    /// <summary>The source's unit, so that one rule decides who sees it.</summary>
    public required UnitId UnitId { get; init; }

    /// <summary>Minor units of the source's currency.</summary>
    public required long Amount { get; init; }

    /// <summary>What it is bound to, as the student reads it.</summary>
    public string Conditions { get; set; } = "";

    public AwardState State { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the student deposited, minor units; none: nothing.</summary>
    public long? Deposit { get; private set; }

    public DateOnly? DepositedOn { get; private set; }

    public DateOnly? DepositReturnedOn { get; private set; }

    /// <summary>What is to be paid back, as reckoned when the award ended; minor units.</summary>
    public long Repayable { get; private set; }

    public DateOnly? RepaidOn { get; private set; }

    public required Instant RecordedAt { get; init; }

    public List<Instalment> Instalments { get; } = [];

    /// <summary>What has been paid out.</summary>
    public long Paid => Instalments.Where(i => i.PaidOn is not null).Sum(i => i.Amount);

    public RecordRef Ref() => new(RecordKind, Id.Value);

    public void TakeDeposit(long amount, DateOnly on) => (Deposit, DepositedOn) = (amount, on);

    public void ReturnDeposit(DateOnly on) => DepositReturnedOn = on;

    /// <summary>Ends it; what was not paid goes back to the source, what is to be repaid is kept.</summary>
    public void End(string reason, long repayable) => (State, Reason, Repayable) = (AwardState.Ended, reason, repayable);

    public void Repay(DateOnly on) => RepaidOn = on;
}

/// <summary>Where an award stands.</summary>
public enum AwardState
{
    /// <summary>It is paid as planned.</summary>
    Standing,

    /// <summary>Nothing more is paid.</summary>
    Ended,
}

/// <summary>A part of an award, paid on its own day.</summary>
internal sealed class Instalment : Entity<Instalment>
{
    public required Id<Award> AwardId { get; init; }

    /// <summary>From 1.</summary>
    public required int Order { get; init; }

    /// <summary>Minor units.</summary>
    public required long Amount { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? PaidOn { get; private set; }

    public void Pay(DateOnly on) => PaidOn = on;
}

internal sealed class AwardMap : IEntityTypeConfiguration<Award>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.Ignore(a => a.Paid);
        builder.Property(a => a.Conditions).HasMaxLength(Award.LongestConditions);
        builder.Property(a => a.Reason).HasMaxLength(Award.LongestReason);
        builder.HasIndex(a => a.PersonId);
        builder.HasMany(a => a.Instalments).WithOne().HasForeignKey(i => i.AwardId);
    }
}

internal sealed class InstalmentMap : IEntityTypeConfiguration<Instalment>
{
    public void Configure(EntityTypeBuilder<Instalment> builder) => builder.HasIndex(i => new { i.AwardId, i.Order }).IsUnique();
}
