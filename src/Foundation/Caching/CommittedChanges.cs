using System.Data.Common;
using System.Runtime.CompilerServices;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Entente.Foundation.Caching;

/// <summary>
/// Raises the <see cref="ChangeStamp"/> once a transaction that changed logged records is committed: after the save where the save
/// was the transaction, after the commit where several saves were. Queues and jobs write unlogged records and raise nothing.
/// </summary>
internal sealed class CommittedChanges(ChangeStamp stamp) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> changed = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && ChangesRecords(context)) changed.AddOrUpdate(context, this);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context) RaiseFor(context);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => RaiseFor(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        RaiseFor(eventData.Context);
        return Task.CompletedTask;
    }

    private static bool ChangesRecords(DbContext context)
    {
        var detects = context.ChangeTracker.AutoDetectChangesEnabled;
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return context.ChangeTracker.Entries().Any(e =>
                e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && e.Entity is IEntity && !e.Entity.GetType().IsDefined(typeof(NotLoggedAttribute), true));
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private void RaiseFor(DbContext? context)
    {
        if (context is not null && changed.Remove(context)) stamp.Raise();
    }
}
