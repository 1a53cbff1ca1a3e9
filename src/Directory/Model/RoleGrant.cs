using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>A role an account holds for a unit and all below it, from a day to a day.</summary>
internal sealed class RoleGrant : Entity<RoleGrant>
{
    public required AccountId AccountId { get; init; }

    /// <summary>One of <see cref="Foundation.Access.BuiltInRole"/>.</summary>
    public required string Role { get; init; }

    public required UnitId UnitId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day; none: until withdrawn.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Who granted it; none: the command line or the demonstration.</summary>
    public AccountId? GrantedById { get; init; }

    public Instant GrantedAt { get; init; }

    public Instant? WithdrawnAt { get; set; }

    /// <summary>Whether it follows from the university's roster: then it ends when it no longer does.</summary>
    public bool IsAnnounced { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && From <= day && (To is null || day <= To);
}

internal sealed class RoleGrantMap : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.Property(g => g.Role).HasMaxLength(40);
        builder.HasIndex(g => new { g.AccountId, g.WithdrawnAt });
        builder.HasIndex(g => new { g.Role, g.UnitId });
    }
}
