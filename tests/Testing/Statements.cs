using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Entente.Testing;

/// <summary>Counts the statements a page sends to the database.</summary>
public sealed class Statements : DbCommandInterceptor
{
    public int Count { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public async Task<int> OfAsync(Func<Task> work)
    {
        var before = Count;
        await work();
        return Count - before;
    }
}
