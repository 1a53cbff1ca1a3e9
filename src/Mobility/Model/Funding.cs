using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>Where money for students abroad comes from, with a budget for each academic year.</summary>
internal sealed class FundingSource : Entity<FundingSource>, IScoped
{
    public const int LongestName = 160;

    /// <summary>The largest amount in whole units that can be entered anywhere.</summary>
    public const int MostUnits = 100_000_000;

    public required LocalizedText Name { get; set; }

    /// <summary>ISO 4217, three capital letters.</summary>
    public required string Currency { get; init; }

    /// <summary>The unit that keeps it; decides who sees it.</summary>
    public required UnitId UnitId { get; init; }

    public required Instant RecordedAt { get; init; }

    public List<FundingBudget> Budgets { get; } = [];
}

/// <summary>What a source has for a year, and how much of it is promised. Every award changes this row, so two awards at once can never promise the same money.</summary>
internal sealed class FundingBudget : Entity<FundingBudget>
{
    public required Id<FundingSource> SourceId { get; init; }

    /// <summary>The academic year, by the year it begins in.</summary>
    public required int Year { get; init; }

    /// <summary>Minor units.</summary>
    public required long Amount { get; set; }

    /// <summary>Promised by awards that stand, minor units.</summary>
    public long Awarded { get; private set; }

    public long Left => Amount - Awarded;

    /// <exception cref="InvalidOperationException">There is not so much left.</exception>
    public void Promise(long amount)
    {
        if (amount > Left) throw new InvalidOperationException("A source cannot promise more than it has.");
        Awarded += amount;
    }

    /// <summary>Takes back what will not be paid.</summary>
    public void Free(long amount) => Awarded -= amount;
}

/// <summary>Places of a call are paid from a source: what the source has left in the call's year limits what an allocation may cost.</summary>
internal sealed class CallFunding : Entity<CallFunding>
{
    public required Id<Call> CallId { get; init; }

    public required Id<FundingSource> SourceId { get; set; }
}

internal sealed class FundingSourceMap : IEntityTypeConfiguration<FundingSource>
{
    public void Configure(EntityTypeBuilder<FundingSource> builder)
    {
        builder.Property(s => s.Currency).HasMaxLength(3);
        builder.HasMany(s => s.Budgets).WithOne().HasForeignKey(b => b.SourceId);
    }
}

internal sealed class FundingBudgetMap : IEntityTypeConfiguration<FundingBudget>
{
    public void Configure(EntityTypeBuilder<FundingBudget> builder)
    {
        builder.Ignore(b => b.Left);
        builder.HasIndex(b => new { b.SourceId, b.Year }).IsUnique();
    }
}

internal sealed class CallFundingMap : IEntityTypeConfiguration<CallFunding>
{
    public void Configure(EntityTypeBuilder<CallFunding> builder) => builder.HasIndex(c => c.CallId).IsUnique();
}
