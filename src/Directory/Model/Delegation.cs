using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>
/// A role that its holder lends to another account for a while. It holds only while the lender holds the role for that unit;
/// what is lent cannot be lent on.
/// </summary>
internal sealed class Delegation : Entity<Delegation>
{
    /// <summary>The longest a role may be lent at once, in days.</summary>
    public const int LongestDays = 366;

    public required AccountId HolderId { get; init; }

    public required AccountId DelegateId { get; init; }

    public required string Role { get; init; }

    public required UnitId UnitId { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public required string Reason { get; init; }

    public Instant MadeAt { get; init; }

    public Instant? WithdrawnAt { get; set; }

    /// <summary>Whether it holds on a day, as far as its own dates go.</summary>
    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && From <= day && day <= To;
}

internal sealed class DelegationMap : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.Property(d => d.Role).HasMaxLength(40);
        builder.Property(d => d.Reason).HasMaxLength(300);
        builder.HasIndex(d => new { d.DelegateId, d.WithdrawnAt });
    }
}
