using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Api;

/// <summary>Webhooks that stand still because of the other side wait for their owner.</summary>
internal sealed class WebhooksOnDesk(WebhookBoard board, TextCatalog texts) : IDeskSource
{
    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Account is not { } account) return [];
        var stopped = await board.Lines(viewer).Where(w => w.Account == account && w.StoppedAt != null && w.Stop != WebhookStop.Owner).ToListAsync(cancellation);
        return [.. stopped.Select(w => new DeskLine(
            texts.InEach("webhooks.desk." + w.Stop!.Value.ToString().ToLowerInvariant(), new Uri(w.Address).Host),
            $"{KeepWebhooks.Route}/{w.Id}", "webhooks.desk.look", null, "webhook"))];
    }
}
