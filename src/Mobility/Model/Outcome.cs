using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>What came of a stay: a paper, a patent, a degree. It counts once somebody else than who recorded it has confirmed it; it is withdrawn, never removed.</summary>
internal sealed class Outcome : Entity<Outcome>, IScoped
{
    public const int LongestTitle = 400;
    public const int LongestReference = 200;
    public const int MostPersons = 20;

    public required Id<Stay> StayId { get; init; }

    /// <summary>The partner it came of.</summary>
    public required OrganisationId OrganisationId { get; init; }

    public required OutcomeKind Kind { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The DOI without its address, or the number of a patent, a diploma, a grant.</summary>
    public string? Reference { get; init; }

    /// <summary>When it was published, granted, awarded.</summary>
    public required DateOnly On { get; init; }

    public AccountId? RecordedById { get; init; }

    public required Instant RecordedAt { get; init; }

    public AccountId? ConfirmedById { get; private set; }

    public Instant? ConfirmedAt { get; private set; }

    public Instant? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>Whose it is: the student, and others of either side.</summary>
    public List<OutcomePerson> Persons { get; } = [];

    public void Confirm(AccountId? by, Instant at) => (ConfirmedById, ConfirmedAt) = (by, at);

    public void Withdraw(string reason, Instant at) => (WithdrawnReason, WithdrawnAt) = (reason, at);
}

/// <summary>What came of a stay.</summary>
public enum OutcomeKind
{
    /// <summary>A paper in a journal or at a conference.</summary>
    Paper,

    /// <summary>A patent granted or published.</summary>
    Patent,

    /// <summary>A degree of the partner.</summary>
    Degree,

    /// <summary>A prize.</summary>
    Award,

    /// <summary>A project of both sides.</summary>
    JointProject,
}

/// <summary>Somebody an outcome belongs to.</summary>
internal sealed class OutcomePerson : Entity<OutcomePerson>
{
    public required Id<Outcome> OutcomeId { get; init; }

    public required PersonId PersonId { get; init; }

    public required int Order { get; init; }
}

/// <summary>Who sees an outcome: whoever sees its stay.</summary>
internal static class OutcomesOfStays
{
    /// <summary>The outcomes of stays that were narrowed to a viewer.</summary>
    public static IQueryable<Outcome> Of(this IQueryable<Outcome> outcomes, IQueryable<Stay> visible) =>
        outcomes.ViewerNamed().Where(o => visible.Any(s => s.Id == o.StayId));
}

internal sealed class OutcomeMap : IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Outcome> builder)
    {
        builder.Property(o => o.Reference).HasMaxLength(Outcome.LongestReference);
        builder.Property(o => o.WithdrawnReason).HasMaxLength(Stay.LongestReason);
        builder.HasIndex(o => new { o.StayId, o.WithdrawnAt });
        builder.HasMany(o => o.Persons).WithOne().HasForeignKey(p => p.OutcomeId);
    }
}

internal sealed class OutcomePersonMap : IEntityTypeConfiguration<OutcomePerson>
{
    public void Configure(EntityTypeBuilder<OutcomePerson> builder) => builder.HasIndex(p => new { p.OutcomeId, p.PersonId }).IsUnique();
}
