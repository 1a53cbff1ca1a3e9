using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Demo;

/// <summary>
/// Fills an empty database with the demonstration school: every room's part, in order, in one transaction. On one day it is
/// always the same, keys included.
/// </summary>
public static class DemoSchool
{
    private const string Action = "demo.load";

    /// <summary>Loads the school where the database is empty.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="cancellation">Stops the loading; nothing is kept then.</param>
    /// <returns>Whether it was loaded; not where the database holds anything already.</returns>
    public static async Task<bool> LoadAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await Migrating.BringUpToDateAsync(services, cancellation);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (!await IsEmptyAsync(db, cancellation)) return false;
        db.Write.Viewer = Viewer.System;
        db.Write.Action = Action;
        var today = scope.ServiceProvider.GetRequiredService<SchoolClock>().Today;
        var book = new DemoBook();
        await using var whole = await db.Database.BeginTransactionAsync(cancellation);
        using var keys = IdSeries.Begin("entente demonstration school", today);
        foreach (var part in scope.ServiceProvider.GetServices<IDemoData>().OrderBy(p => p.Order))
        {
            await part.LoadAsync(db, book, today, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        await whole.CommitAsync(cancellation);
        return true;
    }

    private static async Task<bool> IsEmptyAsync(AppDbContext db, CancellationToken cancellation) =>
        !await db.Set<Log.LogEntry>().AnyAsync(cancellation);
}

/// <summary>The command <c>demo</c>.</summary>
internal sealed class DemoCommand : ICommandSource
{
    public IEnumerable<System.CommandLine.Command> Commands(IServiceProvider services)
    {
        var command = new System.CommandLine.Command("demo", "Fills an empty database with the demonstration school.");
        command.SetAction(async (_, cancellation) =>
        {
            if (!await DemoSchool.LoadAsync(services, cancellation))
                throw new RefusedException("The database already holds records; the demonstration school loads into an empty one only.");
            foreach (var line in services.GetServices<IDemoGuide>().SelectMany(g => g.Lines)) await Console.Out.WriteLineAsync(line);
            return 0;
        });
        return [command];
    }
}

/// <summary>What is printed after the demonstration school was loaded: whom one can sign in as.</summary>
public interface IDemoGuide
{
    /// <summary>The lines.</summary>
    IEnumerable<string> Lines { get; }
}
