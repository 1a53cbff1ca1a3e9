using System.CommandLine;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Copies;

/// <summary>The commands <c>migrate</c>, <c>backup</c> and <c>restore</c>.</summary>
internal sealed class CopyCommands : ICommandSource
{
    public IEnumerable<Command> Commands(IServiceProvider services) => [Migrate(services), Backup(services), Restore(services)];

    private static Command Migrate(IServiceProvider services)
    {
        var command = new Command("migrate", "Brings the database up to date; serve does so by itself.");
        command.SetAction(async (_, cancellation) =>
        {
            await Migrating.BringUpToDateAsync(services, cancellation);
            await using var scope = services.CreateAsyncScope();
            var applied = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.GetAppliedMigrationsAsync(cancellation);
            await Console.Out.WriteLineAsync($"The database is up to date: {applied.Last()}.");
            return 0;
        });
        return command;
    }

    private static Command Backup(IServiceProvider services)
    {
        var file = new Argument<string>("file") { Description = "The file to write; there must be none of the name." };
        var keys = new Option<bool>("--with-keys") { Description = "Puts the keys in too; whoever has the file can then read what is encrypted." };
        var command = new Command("backup", "Copies database, files and checkpoints of the log into one file, while the product runs.") { file, keys };
        command.SetAction(async (parsed, cancellation) =>
        {
            var written = await services.GetRequiredService<BackupWriting>().WriteAsync(parsed.GetValue(file)!, parsed.GetValue(keys), cancellation);
            await Console.Out.WriteLineAsync(written.Summary);
            if (!written.HasKeys) await Console.Out.WriteLineAsync("The keys are not in it. Keep a copy of them apart: without them it cannot be restored.");
            return 0;
        });
        return command;
    }

    private static Command Restore(IServiceProvider services)
    {
        var file = new Argument<string>("file") { Description = "A file that backup wrote." };
        var command = new Command("restore", "Puts a backup into an empty database, with its files (one of SQLite into PostgreSQL too); the keys must be in their place unless the backup has them.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var read = await services.GetRequiredService<BackupReading>().RestoreAsync(parsed.GetValue(file)!, cancellation);
            await Migrating.BringUpToDateAsync(services, cancellation);
            await Console.Out.WriteLineAsync(read.Summary);
            return 0;
        });
        return command;
    }
}

internal static class CopiesSetup
{
    public static void AddCopies(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseCopy>();
        services.AddSingleton<BackupWriting>();
        services.AddSingleton<MoveToPostgres>();
        services.AddSingleton<BackupReading>();
        services.AddSingleton<ICommandSource, CopyCommands>();
    }
}
