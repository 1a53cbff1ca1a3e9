using System.CommandLine;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Log;

/// <summary><c>log verify</c>: the chain, its checkpoints and every law of the data; 0 where all hold, 1 where one does not.</summary>
internal sealed class LogCommands : ICommandSource
{
    public IEnumerable<Command> Commands(IServiceProvider services)
    {
        var verify = new Command("verify", "Verifies the chain of the log, its signed checkpoints and the laws of the data.");
        verify.SetAction((_, cancellation) => VerifyAsync(services, Console.Out, cancellation));
        return [new Command("log", "The log of changes.") { verify }];
    }

    internal static async Task<int> VerifyAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        await Migrating.BringUpToDateAsync(services, cancellation);
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<LogBoard>().VerifyAsync(cancellation);
        await output.WriteLineAsync(FormattableString.Invariant($"{report.Rows} rows verified, {report.Unsealed} not sealed yet."));
        await output.WriteLineAsync(report.Break is { } found ? FormattableString.Invariant($"The chain breaks at {found.Position}: {found.Why}") : "The chain is whole.");
        await output.WriteLineAsync(FormattableString.Invariant($"{report.CheckpointsHolding} checkpoints hold, {report.CheckpointsBroken.Count} do not."));
        foreach (var broken in report.CheckpointsBroken) await output.WriteLineAsync("  " + broken);
        var laws = await scope.ServiceProvider.GetRequiredService<LawBook>().CheckAsync(cancellation);
        var broke = laws.Where(l => l.BrokenBy.Count > 0).ToList();
        await output.WriteLineAsync(FormattableString.Invariant($"{laws.Count - broke.Count} laws hold, {broke.Count} do not."));
        var texts = services.GetRequiredService<TextCatalog>();
        foreach (var law in broke)
            await output.WriteLineAsync($"  {texts["invariant." + law.Id]} Broken by: {string.Join(", ", law.BrokenBy.Take(10).Select(r => $"{r.Kind} {r.Key:N}"))}{(law.BrokenBy.Count > 10 ? ", …" : "")}");
        return report.Holds && broke.Count == 0 ? 0 : 1;
    }
}
