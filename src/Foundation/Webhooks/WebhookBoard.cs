using System.Security.Cryptography;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Webhooks;

/// <summary>Registers, stops and continues webhooks, and sends their messages again. Each saves.</summary>
public sealed class WebhookBoard(AppDbContext db)
{
    /// <summary>The longest address.</summary>
    public const int LongestAddress = Webhook.LongestAddress;

    /// <summary>How many webhooks an account may have.</summary>
    public const int MostOfAccount = 10;

    /// <summary>What a secret begins with, as Standard Webhooks write it.</summary>
    public const string SecretPrefix = "whsec_";

    private const int MostHeld = 1_000;

    /// <summary>Registers an address.</summary>
    /// <returns>Its key, and its secret to be shown once.</returns>
    public async Task<(Id<WebhookTag> Id, string Secret)> AddAsync(Uri address, IEnumerable<string> kinds, Viewer viewer, CancellationToken cancellation)
    {
        var secret = NewSecret();
        var webhook = new Webhook
        {
            Account = viewer.Account ?? throw new InvalidOperationException("Only an account keeps webhooks."),
            Address = address.ToString(),
            Kinds = string.Join(' ', kinds.Order(StringComparer.Ordinal)),
            Secret = secret,
            CreatedAt = db.Write.Now,
        };
        db.Add(webhook);
        await db.SaveChangesAsync(cancellation);
        return (webhook.Id, SecretPrefix + secret);
    }

    /// <summary>A new secret, without its prefix.</summary>
    internal static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>How many webhooks the account has.</summary>
    public Task<int> CountAsync(Guid account, CancellationToken cancellation) => db.Set<Webhook>().ViewerNamed().CountAsync(w => w.Account == account, cancellation);

    /// <summary>Stops one; messages not yet sent are kept.</summary>
    public Task<bool> StopAsync(Id<WebhookTag> id, Viewer viewer, CancellationToken cancellation) => ChangeAsync(id, viewer, webhook =>
    {
        if (webhook.StoppedAt is not null) return false;
        (webhook.StoppedAt, webhook.Stop) = (db.Write.Now, WebhookStop.Owner);
        return true;
    }, cancellation);

    /// <summary>Continues one that stands still, and sends what was kept.</summary>
    public async Task<bool> ContinueAsync(Id<WebhookTag> id, Viewer viewer, CancellationToken cancellation)
    {
        var held = await db.Set<WebhookDelivery>().Where(d => d.WebhookId == id && d.State == DeliveryState.Held).OrderBy(d => d.CreatedAt).Take(MostHeld).ToListAsync(cancellation);
        return await ChangeAsync(id, viewer, webhook =>
        {
            if (webhook.StoppedAt is null) return false;
            (webhook.StoppedAt, webhook.Stop, webhook.Failures) = (null, null, 0);
            foreach (var delivery in held) SendAgain(delivery);
            return true;
        }, cancellation);
    }

    /// <summary>Removes one with its messages.</summary>
    public async Task<bool> RemoveAsync(Id<WebhookTag> id, Viewer viewer, CancellationToken cancellation)
    {
        var webhook = await db.Set<Webhook>().VisibleTo(viewer).SingleOrDefaultAsync(w => w.Id == id, cancellation);
        if (webhook is null) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Set<WebhookDelivery>().Where(d => d.WebhookId == id).ExecuteDeleteAsync(cancellation);
        db.Remove(webhook);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Sends a message again, under the same id.</summary>
    public async Task<bool> SendAgainAsync(Id<WebhookTag> id, Guid delivery, Viewer viewer, CancellationToken cancellation)
    {
        if (!await db.Set<Webhook>().VisibleTo(viewer).AnyAsync(w => w.Id == id && w.StoppedAt == null, cancellation)) return false;
        var found = await db.Set<WebhookDelivery>().SingleOrDefaultAsync(d => d.Id == delivery && d.WebhookId == id && d.State != DeliveryState.Waiting, cancellation);
        if (found is null) return false;
        SendAgain(found);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The webhooks a viewer may see, the newest first.</summary>
    public IQueryable<WebhookLine> Lines(Viewer viewer) => db.Set<Webhook>().VisibleTo(viewer).AsNoTracking().OrderByDescending(w => w.CreatedAt).ThenByDescending(w => w.Id)
        .Select(w => new WebhookLine
        {
            Id = w.Id,
            Account = w.Account,
            Address = w.Address,
            Kinds = w.Kinds,
            CreatedAt = w.CreatedAt,
            StoppedAt = w.StoppedAt,
            Stop = w.Stop,
            Failures = w.Failures,
            DeliveredAt = db.Set<WebhookDelivery>().Where(d => d.WebhookId == w.Id && d.State == DeliveryState.Delivered).Max(d => d.FinishedAt),
        });

    /// <summary>The messages of a webhook, the newest first.</summary>
    public IQueryable<DeliveryLine> Deliveries(Id<WebhookTag> id) => db.Set<WebhookDelivery>().AsNoTracking().Where(d => d.WebhookId == id)
        .OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id)
        .Select(d => new DeliveryLine(d.Id, d.Type, d.Body, d.State, d.Attempts, d.Status, d.Error, d.CreatedAt, d.FinishedAt));

    private void SendAgain(WebhookDelivery delivery)
    {
        (delivery.State, delivery.FinishedAt) = (DeliveryState.Waiting, null);
        db.Enqueue(new DeliverWebhook(delivery.Id), $"{delivery.Id:N}/{Guid.CreateVersion7():N}");
    }

    private async Task<bool> ChangeAsync(Id<WebhookTag> id, Viewer viewer, Func<Webhook, bool> change, CancellationToken cancellation)
    {
        var webhook = await db.Set<Webhook>().VisibleTo(viewer).SingleOrDefaultAsync(w => w.Id == id, cancellation);
        if (webhook is null || !change(webhook)) return false;
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}

/// <summary>A webhook as a list shows it.</summary>
public sealed record WebhookLine
{
    /// <summary>Its key.</summary>
    public required Id<WebhookTag> Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid Account { get; init; }

    /// <summary>Where messages go.</summary>
    public required string Address { get; init; }

    /// <summary>The kinds of record, separated by a space.</summary>
    public required string Kinds { get; init; }

    /// <summary>When it was registered.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>Since when it stands still.</summary>
    public Instant? StoppedAt { get; init; }

    /// <summary>Why it stands still.</summary>
    public WebhookStop? Stop { get; init; }

    /// <summary>Failed attempts since the last that did not fail.</summary>
    public int Failures { get; init; }

    /// <summary>When a message was taken last.</summary>
    public Instant? DeliveredAt { get; init; }
}

/// <summary>A message as the list of deliveries shows it.</summary>
public sealed record DeliveryLine(Guid Id, string Type, string Body, DeliveryState State, int Attempts, int? Status, string? Error, Instant CreatedAt, Instant? FinishedAt);
