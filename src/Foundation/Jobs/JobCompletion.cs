using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Jobs;

/// <summary>Another worker took the job over; what this one did is undone.</summary>
internal sealed class LeaseLostException() : Exception("Another worker took the job over.");

/// <summary>Carries a job's completion in the transaction of its handler's save.</summary>
internal sealed class JobCompletion(Job job)
{
    private Guid? transaction;

    public bool IsWritten { get; private set; }

    /// <summary>Writes the completion once; in the transaction that the running save is part of.</summary>
    /// <exception cref="InvalidOperationException">The completion was committed by an earlier save.</exception>
    /// <exception cref="LeaseLostException">Another worker has the job.</exception>
    public async Task WriteAsync(AppDbContext db, CancellationToken cancellation)
    {
        var current = db.Database.CurrentTransaction!.TransactionId;
        if (IsWritten && transaction == current) return;
        if (IsWritten)
            throw new InvalidOperationException("A job's handler saves once, or opens one transaction around all its saves: the first save completed the job.");
        if (!await JobClaims.CompleteAsync(db, job, db.Write.Now, cancellation)) throw new LeaseLostException();
        transaction = current;
        IsWritten = true;
    }
}
