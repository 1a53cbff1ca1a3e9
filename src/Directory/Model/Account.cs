using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>What somebody signs in with; apart from the person, who may have none, or several over time.</summary>
internal sealed class Account : Entity<AccountCard>, IScoped
{
    /// <summary>Failed sign-ins in a row after which the account waits.</summary>
    public const int FailuresBeforeWait = 5;

    private static readonly Duration FirstWait = Duration.FromMinutes(1);
    private static readonly Duration LongestWait = Duration.FromHours(1);

    /// <summary>The end of addresses, in capitals, that reach nobody.</summary>
    public const string NoMail = "@NO-MAIL.INVALID";

    private string displayName = "";

    [Personal]
    public required string Email { get; set; }

    [Personal]
    public required string NormalizedEmail { get; set; }

    /// <summary>Whether mail reaches it. The roster announces people without an address; theirs is of a domain that cannot exist (RFC 2606).</summary>
    public bool HasMail => !NormalizedEmail.EndsWith(NoMail, StringComparison.Ordinal);

    [Personal]
    public required string DisplayName
    {
        get => displayName;
        set
        {
            displayName = value;
            SortKey = Foundation.Data.SortKey.Of(value);
            Folded = NameFolding.Of(value);
        }
    }

    /// <summary>Orders by name, in pinyin for Han.</summary>
    public byte[] SortKey { get; private set; } = [];

    /// <summary>The name without case and accents, to find it.</summary>
    [Personal]
    public string Folded { get; private set; } = "";

    public PersonId? PersonId { get; set; }

    [Personal]
    public string? PasswordHash { get; set; }

    /// <summary>Changes with everything that must end the sessions begun before: a new password, a removed passkey.</summary>
    [Personal]
    public string SecurityStamp { get; set; } = "";

    /// <summary>The language chosen, as a tag; none: as the browser asks.</summary>
    public string? Language { get; set; }

    public int FailedSignIns { get; set; }

    /// <summary>Until when it waits after failures.</summary>
    public Instant? LockedUntil { get; set; }

    /// <summary>Since when somebody who manages accounts has it locked; none: it is not.</summary>
    public Instant? LockedAt { get; set; }

    public Instant CreatedAt { get; init; }

    public Instant? EndedAt { get; set; }

    /// <summary>Whether nobody can sign in to it: locked or ended.</summary>
    public bool IsClosed => LockedAt is not null || EndedAt is not null;

    /// <summary>Whether the account waits after too many failures.</summary>
    public bool Waits(Instant now) => LockedUntil > now;

    /// <summary>How long an account waits after so many failures in a row: one minute after the fifth, doubled with each more, an hour at most.</summary>
    public static Duration WaitAfter(int failures)
    {
        if (failures < FailuresBeforeWait) return Duration.Zero;
        var doublings = Math.Min(failures - FailuresBeforeWait, 10);
        return Duration.Min(FirstWait * (1 << doublings), LongestWait);
    }
}

internal sealed class AccountMap : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.Email).HasMaxLength(254);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(254);
        builder.Property(a => a.DisplayName).HasMaxLength(120);
        builder.Property(a => a.PasswordHash).HasMaxLength(200);
        builder.Property(a => a.SecurityStamp).HasMaxLength(64);
        builder.Property(a => a.Language).HasMaxLength(20);
        builder.Property(a => a.Folded).HasMaxLength(120);
        builder.Property(a => a.SortKey).HasMaxLength(SortKey.MaxLength);
        builder.Ignore(a => a.IsClosed);
        builder.Ignore(a => a.HasMail);
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.HasIndex(a => new { a.SortKey, a.Id });
    }
}
