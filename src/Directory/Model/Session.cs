using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>One browser in which an account is signed in. Every node looks it up with every request, so that ending it holds at once.</summary>
[NotLogged]
internal sealed class Session : Entity<Session>
{
    /// <summary>A session nobody uses ends by itself.</summary>
    public static readonly Duration IdleFor = Duration.FromHours(12);

    /// <summary>A session kept on a device may rest so long.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(30);

    /// <summary>No session lives longer, used or not.</summary>
    public static readonly Duration LongestLife = Duration.FromDays(90);

    public required AccountId AccountId { get; init; }

    /// <summary>SHA-256 of the random value in the cookie: whoever reads the database cannot sign in with it.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>The account's security stamp at the beginning; a session whose stamp is no longer the account's is over.</summary>
    public required string Stamp { get; set; }

    public required SignInWay Way { get; init; }

    /// <summary>Who vouched for the holder, where another house did; signing out is told there.</summary>
    public string? Issuer { get; init; }

    public bool IsKept { get; init; }

    public Instant StartedAt { get; init; }

    public Instant LastSeenAt { get; set; }

    public Instant? EndedAt { get; set; }

    public required string Address { get; set; }

    public required string Agent { get; init; }

    /// <summary>When it ends if it is not used again.</summary>
    public Instant EndsAt => Instant.Min(LastSeenAt + (IsKept ? KeptFor : IdleFor), StartedAt + LongestLife);

    /// <summary>Whether it still signs its account in.</summary>
    public bool IsAlive(Instant now, string accountStamp) => EndedAt is null && now < EndsAt && Stamp == accountStamp;
}

/// <summary>How somebody proved to be the account's holder.</summary>
internal enum SignInWay
{
    Password,
    Passkey,
    MailedLink,

    /// <summary>A provider of identities vouched: OpenID Connect, CAS, a gateway.</summary>
    Provider,
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.TokenHash).HasMaxLength(32);
        builder.Property(s => s.Stamp).HasMaxLength(64);
        builder.Property(s => s.Address).HasMaxLength(45);
        builder.Property(s => s.Issuer).HasMaxLength(ExternalIdentity.LongestIssuer);
        builder.Property(s => s.Agent).HasMaxLength(200);
        builder.Ignore(s => s.EndsAt);
        builder.HasIndex(s => s.TokenHash).IsUnique();
    }
}
