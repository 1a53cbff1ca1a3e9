using System.CommandLine;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Packs;

/// <summary><c>packs check FILE</c> and <c>packs install FILE</c>.</summary>
internal sealed class PackCommands : ICommandSource
{
    public IEnumerable<Command> Commands(IServiceProvider services) =>
        [new Command("packs", "Checks and installs policy packs.") { Check(services), Install(services) }];

    private static Command Check(IServiceProvider services)
    {
        var file = new Argument<string>("FILE");
        var command = new Command("check", "Reads a pack, runs its examples and says what is wrong, each with its place.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var scope = services.CreateAsyncScope();
            var (pack, _, run) = await scope.ServiceProvider.GetRequiredService<PackInstallation>().ReadAsync(parsed.GetValue(file)!, cancellation);
            Console.WriteLine($"{pack.Id} {pack.Version}: {run.Count(r => r.Outcome == GoldenOutcome.Agrees)} examples as written, {run.Count(r => r.Outcome == GoldenOutcome.NotRun)} not run.");
            return 0;
        });
        return command;
    }

    private static Command Install(IServiceProvider services)
    {
        var file = new Argument<string>("FILE");
        var command = new Command("install", "Installs a pack; it holds from the day it names. What is installed is never overwritten.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            await Migrating.BringUpToDateAsync(services, cancellation);
            await using var scope = services.CreateAsyncScope();
            var pack = await scope.ServiceProvider.GetRequiredService<PackInstallation>().InstallAsync(parsed.GetValue(file)!, cancellation);
            Console.WriteLine($"{pack.Id} {pack.Version} installed; it holds from {pack.EffectiveFrom:yyyy-MM-dd}.");
            return 0;
        });
        return command;
    }
}
