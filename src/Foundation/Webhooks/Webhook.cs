using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Webhooks;

/// <summary>An address that is told when records change: ids and kinds only, of what its owner may see, signed with a secret of its own.</summary>
internal sealed class Webhook : Entity<WebhookTag>, IScoped
{
    public const int LongestAddress = 400;
    public const int LongestKinds = 1000;

    /// <summary>After so many failed attempts in a row it stops.</summary>
    public const int MostFailures = 30;

    /// <summary>The account that keeps it; nothing is told of what this account may not see.</summary>
    public required Guid Account { get; init; }

    public required string Address { get; set; }

    /// <summary>The kinds of record it is told about, separated by a space.</summary>
    public required string Kinds { get; set; }

    /// <summary>The secret it is signed with, base64.</summary>
    [Encrypted]
    [Personal]
    public required string Secret { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Attempts that failed since the last that did not; counted past the log.</summary>
    public int Failures { get; set; }

    public Instant? StoppedAt { get; set; }

    public WebhookStop? Stop { get; set; }
}

/// <summary>Types the key of a webhook.</summary>
public sealed class WebhookTag;

/// <summary>Why a webhook stands still.</summary>
public enum WebhookStop
{
    /// <summary>Its owner stopped it.</summary>
    Owner,

    /// <summary>Too many attempts in a row failed.</summary>
    Failures,

    /// <summary>The other side answered that it is gone for good (410).</summary>
    Gone,
}

/// <summary>One message to one webhook.</summary>
[NotLogged]
internal sealed class WebhookDelivery
{
    public const int LongestError = 400;

    public required Guid Id { get; init; }

    public required Id<WebhookTag> WebhookId { get; init; }

    /// <summary>What happened: <c>partners.agreement.changed</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The bytes that are signed and sent (JSON).</summary>
    public required string Body { get; init; }

    public DeliveryState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>The last status answered.</summary>
    public int? Status { get; set; }

    public string? Error { get; set; }

    public required Instant CreatedAt { get; init; }

    public Instant? FinishedAt { get; set; }
}

/// <summary>Where a message stands.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its first or next attempt.</summary>
    Waiting,

    /// <summary>The other side took it.</summary>
    Delivered,

    /// <summary>Given up after the last attempt.</summary>
    Failed,

    /// <summary>Kept back because its webhook stands still.</summary>
    Held,
}

internal sealed class WebhookMap : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.Property(w => w.Address).HasMaxLength(Webhook.LongestAddress);
        builder.Property(w => w.Kinds).HasMaxLength(Webhook.LongestKinds);
        builder.HasIndex(w => w.Account);
        builder.HasIndex(w => w.StoppedAt);
    }
}

internal sealed class WebhookDeliveryMap : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Type).HasMaxLength(120);
        builder.Property(d => d.Error).HasMaxLength(WebhookDelivery.LongestError);
        builder.HasIndex(d => new { d.WebhookId, d.CreatedAt });
        builder.HasIndex(d => d.CreatedAt);
    }
}

/// <summary>Who sees which webhooks: their owner, and whoever runs the installation.</summary>
internal static class WebhookVisibility
{
    public static IQueryable<Webhook> VisibleTo(this IQueryable<Webhook> webhooks, Viewer viewer)
    {
        var named = webhooks.ViewerNamed();
        return viewer.May(FoundationPermissions.Operate) ? named : named.Where(w => w.Account == viewer.Account);
    }
}
