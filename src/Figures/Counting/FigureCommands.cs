using System.CommandLine;
using System.Globalization;
using Entente.Figures.Vintages;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Figures.Counting;

/// <summary><c>figures [--as-of DATE] [--json]</c>: every figure with its value, the number of its records and their digest; what two installations are compared by.</summary>
internal sealed class FigureCommands : ICommandSource
{
    public IEnumerable<Command> Commands(IServiceProvider services)
    {
        var asOf = new Option<string>("--as-of") { Description = "The last date that counts, as 2026-09-30; today where none is given." };
        var json = new Option<bool>("--json") { Description = "As JSON, as the public site gives it." };
        var command = new Command("figures", "Counts every figure. Small numbers that the public may not see stand as a dash.") { asOf, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var scope = services.CreateAsyncScope();
            var provider = scope.ServiceProvider;
            var today = provider.GetRequiredService<SchoolClock>().Today;
            var date = parsed.GetValue(asOf) is { Length: > 0 } text ? DateIn(text, today) : today;
            var counts = new List<FigureCount>();
            foreach (var figure in provider.GetRequiredService<FigureCatalog>().All)
                counts.Add(await Counts.CountAsync(provider.GetRequiredService<AppDbContext>(), figure, date, cancellation));
            if (parsed.GetValue(json))
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(provider.GetRequiredService<FigureReport>().OfAll(counts, date), cancellation);
                return 0;
            }

            foreach (var count in counts)
            {
                await Console.Out.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count.Definition.Id,-44} {(count.IsWithheld ? "–" : count.Value.ToString(CultureInfo.InvariantCulture)),8} {(count.IsWithheld ? "–" : count.Records.Count.ToString(CultureInfo.InvariantCulture)),8}  {(count.IsWithheld ? "–" : count.Digest)}"));
            }

            return 0;
        });
        return [command];
    }

    private static DateOnly DateIn(string text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1900 && date <= today.AddYears(1)
            ? date
            : throw new RefusedException($"'{text}' is no date as 2026-09-30.");
}
