using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Entente.Foundation.Data;

/// <summary>Says "saved" when a transaction that spans several saves commits, not before.</summary>
internal sealed class CommitSignal : DbTransactionInterceptor
{
    public static readonly CommitSignal Instance = new();

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        (eventData.Context as AppDbContext)?.Write.Saved();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as AppDbContext)?.Write.Saved();
        return Task.CompletedTask;
    }
}
