using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Log;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Webhooks;

/// <summary>Makes the messages about rows of the log, by their places in the sealed chain: gapless, so no change is left out or told twice.</summary>
internal sealed record TellWebhooks(long From, long To) : IJobPayload
{
    public static string Kind => "foundation.tell-webhooks";

    /// <summary>Left by the sealer with the rows it seals, where anybody is to be told.</summary>
    public static async Task LeaveAsync(AppDbContext db, long from, long to, CancellationToken cancellation)
    {
        if (await db.Set<Webhook>().ViewerNamed().AnyAsync(cancellation)) db.Enqueue(new TellWebhooks(from, to), FormattableString.Invariant($"{from}-{to}"));
    }
}

internal sealed class TellWebhooksHandler(IEnumerable<IApiPart> parts, IViewerSource viewers) : IJob<TellWebhooks>
{
    private const int IdsOfMessage = 100;

    public async Task RunAsync(TellWebhooks payload, JobRun run, CancellationToken cancellation)
    {
        var db = run.Db;
        var webhooks = await db.Set<Webhook>().ViewerNamed().AsNoTracking().ToListAsync(cancellation);
        var kinds = parts.SelectMany(p => p.Kinds).ToDictionary(k => db.Model.FindEntityType(k.Record)!.GetTableName()!, StringComparer.Ordinal);
        var tables = kinds.Keys.ToList();
        var rows = await db.Set<LogEntry>().Where(l => l.Position >= payload.From && l.Position <= payload.To && tables.Contains(l.Kind))
            .Select(l => new { l.Kind, l.Record, IsNew = l.RecordVersion == 1 }).ToListAsync(cancellation);
        if (rows.Count == 0) return;
        var seen = new Dictionary<Guid, Viewer>();
        foreach (var webhook in webhooks)
        {
            if (!seen.TryGetValue(webhook.Account, out var viewer)) seen[webhook.Account] = viewer = await viewers.OfAccountAsync(webhook.Account, cancellation);
            if (!viewer.IsSignedIn) continue;
            var wanted = webhook.Kinds.Split(' ').ToHashSet(StringComparer.Ordinal);
            foreach (var table in rows.GroupBy(r => r.Kind, StringComparer.Ordinal).Where(g => wanted.Contains(kinds[g.Key].Kind)))
            {
                var isNew = table.GroupBy(r => r.Record).ToDictionary(g => g.Key, g => g.Any(r => r.IsNew));
                foreach (var change in (await kinds[table.Key].Visible(db, viewer, isNew.Keys, cancellation)).GroupBy(k => isNew[k]))
                    foreach (var keys in change.Chunk(IdsOfMessage)) Leave(db, webhook.Id, kinds[table.Key], change.Key, keys, run.Now);
            }
        }
    }

    private static void Leave(AppDbContext db, Id<WebhookTag> webhook, ApiRecordKind kind, bool isNew, Guid[] keys, NodaTime.Instant now)
    {
        var type = kind.Kind + (isNew ? ".created" : ".changed");
        var ids = keys.Select(k => k.ToString("N")).ToList();
        var body = System.Text.Encoding.UTF8.GetString(ApiJson.Bytes(new
        {
            Type = type,
            Timestamp = now,
            Data = new { kind.Kind, Ids = ids, Urls = ids.Select(i => $"{ApiRoutes.Root}{kind.Path}/{i}") },
        }));
        var delivery = new WebhookDelivery { Id = Guid.CreateVersion7(), WebhookId = webhook, Type = type, Body = body, CreatedAt = now };
        db.Add(delivery);
        db.Enqueue(new DeliverWebhook(delivery.Id), delivery.Id.ToString("N"));
    }
}
