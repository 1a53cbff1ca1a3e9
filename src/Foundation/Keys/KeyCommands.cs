using System.CommandLine;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Keys;

/// <summary><c>keys rotate</c>: new writing under a new key; what was written before stays readable.</summary>
internal sealed class KeyCommands : ICommandSource
{
    public IEnumerable<Command> Commands(IServiceProvider services)
    {
        var rotate = new Command("rotate", "Adds a new key for encrypted fields; the old ones are kept for reading. Restart the nodes after it.");
        rotate.SetAction(async (_, cancellation) =>
        {
            await Migrating.BringUpToDateAsync(services, cancellation);
            var keys = services.GetRequiredService<FieldKeys>();
            var number = keys.Rotate();
            await using var scope = services.CreateAsyncScope();
            await KeyCheck.RunAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), cancellation);
            await Console.Out.WriteLineAsync($"{FieldKeys.NameOf(number)} encrypts from now on. Back up {keys.Place}.");
            return 0;
        });
        return [new Command("keys", "The keys of encrypted fields.") { rotate }];
    }
}
