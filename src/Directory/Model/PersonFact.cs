using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>Something stated of a person. It is corrected by another record and withdrawn with a reason; it is never overwritten or wiped.</summary>
internal abstract class PersonFact<T> : Entity<T>, IOfficeRecord
    where T : PersonFact<T>
{
    public PersonId PersonId { get; init; }

    public Instant RecordedAt { get; init; }

    /// <summary>Since when it no longer stands.</summary>
    public Instant? WithdrawnAt { get; private set; }

    public AccountId? WithdrawnBy { get; private set; }

    /// <summary>Why, in the words of whoever withdrew it.</summary>
    [Personal]
    public string? WithdrawnReason { get; private set; }

    /// <summary>The record that says it rightly; none where it was withdrawn and nothing took its place.</summary>
    public Id<T>? ReplacedBy { get; private set; }

    /// <summary>Withdraws it, and names what takes its place.</summary>
    public void Withdraw(Instant at, AccountId? by, string reason, T? corrected = null) =>
        (WithdrawnAt, WithdrawnBy, WithdrawnReason, ReplacedBy) = (at, by, reason, corrected?.Id);
}

/// <summary>What every kind of fact has in the database.</summary>
internal static class PersonFactMap
{
    public const int LongestReason = 1000;

    public static void MapFact<T>(this EntityTypeBuilder<T> builder)
        where T : PersonFact<T>
    {
        builder.Property(f => f.WithdrawnReason).HasMaxLength(LongestReason);
        builder.HasIndex(f => f.PersonId);
    }
}
