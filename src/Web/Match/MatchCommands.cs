using System.CommandLine;
using System.Text.Json;
using Entente.Foundation.Commands;
using Entente.Foundation.Texts;
using Entente.Matching.Places;
using PlaceRun = Entente.Matching.Places.Places;

namespace Entente.Web.Match;

/// <summary><c>match places IN --out OUT</c>: gives places from files alone, without a database.</summary>
internal sealed class MatchCommands : ICommandSource
{
    /// <summary>Largest file, most students and places, and longest seed taken.</summary>
    public const int MaxFileBytes = 32 * 1024 * 1024, MaxStudents = 20_000, MaxPlaces = 20_000, MaxSeed = 200;

    private static readonly Dictionary<string, Mechanism> Mechanisms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["serial"] = Mechanism.SerialDictatorship,
        ["deferred"] = Mechanism.DeferredAcceptance,
        ["lottery"] = Mechanism.Lottery,
        ["optimum"] = Mechanism.ExactOptimum,
    };

    public IEnumerable<Command> Commands(IServiceProvider services) =>
        [new Command("match", "Runs an algorithm on files alone; nothing is read from or written to the records.") { Places(services) }];

    private static Command Places(IServiceProvider services)
    {
        var input = new Argument<string>("in") { Description = "The problem: JSON (.json) or an Excel workbook (.xlsx); see docs/matching.md." };
        var output = new Option<string>("--out") { Description = "The JSON file to write.", Required = true };
        var mechanism = new Option<string>("--mechanism") { Description = "serial, deferred, lottery or optimum.", DefaultValueFactory = _ => "serial" };
        var seed = new Option<string>("--seed") { Description = "What ties and the lottery are drawn with.", DefaultValueFactory = _ => "1" };
        var steps = new Option<long>("--steps") { Description = "Most steps of the optimum's solver, in thousandths of its deterministic time.", DefaultValueFactory = _ => PlaceRun.DefaultSteps };
        var explain = new Option<bool>("--explain") { Description = "Explains the optimum to every student too, which solves it again for each earlier choice." };
        mechanism.AcceptOnlyFromAmong([.. Mechanisms.Keys]);
        steps.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<long>() is < 1 or > 10_000_000) result.AddError("--steps takes 1 to 10,000,000.");
        });
        seed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>()?.Length is 0 or > MaxSeed) result.AddError("--seed takes 1 to 200 characters.");
        });
        var command = new Command("places", "Gives places to students and says why.") { input, output, mechanism, seed, steps, explain };
        command.SetAction((parsed, cancellation) => RunAsync(
            services.GetRequiredService<TextCatalog>(), parsed.GetValue(input)!, parsed.GetValue(output)!,
            new(Mechanisms[parsed.GetValue(mechanism)!], parsed.GetValue(seed)!, parsed.GetValue(steps), parsed.GetValue(explain)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextCatalog texts, string input, string output, Wanted wanted, CancellationToken cancellation)
    {
        var problem = await ReadAsync(texts, input, cancellation);
        if (problem.Students.Count > MaxStudents) throw new RefusedException($"The file has {problem.Students.Count:N0} students; {MaxStudents:N0} are taken.");
        if (problem.Places.Count > MaxPlaces) throw new RefusedException($"The file has {problem.Places.Count:N0} places; {MaxPlaces:N0} are taken.");
        var findings = problem.Check();
        foreach (var note in MatchWords.Sentences([.. findings.Where(f => f.Gravity == Gravity.Note)])) await Console.Error.WriteLineAsync(note);
        if (findings.Any(f => f.Gravity == Gravity.Fault))
            throw new RefusedException([.. MatchWords.Sentences([.. findings.Where(f => f.Gravity == Gravity.Fault)])]);

        var placement = PlaceRun.Run(problem, wanted.Mechanism, wanted.Seed, wanted.Steps);
        if (placement.Refusal is { } refusal) throw new RefusedException(MatchWords.Sentence(refusal));
        var judgement = Judgement.Of(problem, placement);
        IReadOnlyList<Explanation> explanations = wanted.Mechanism == Mechanism.ExactOptimum && !wanted.Explain ? [] : [.. Explanation.All(problem, placement)];
        await WriteAsync(output, PlaceFile.Write(placement, judgement, explanations), cancellation);
        foreach (var line in MatchSummary.Of(problem, placement, judgement)) await Console.Out.WriteLineAsync(line);
        return 0;
    }

    private static async Task<PlaceProblem> ReadAsync(TextCatalog texts, string input, CancellationToken cancellation)
    {
        var ending = Path.GetExtension(input).ToLowerInvariant();
        if (ending is not (".json" or ".xlsx")) throw new RefusedException($"'{input}' ends neither in .json nor in .xlsx.");
        if (!File.Exists(input)) throw new RefusedException($"There is no file '{input}'.");
        try
        {
            if (new FileInfo(input).Length > MaxFileBytes) throw new RefusedException($"'{input}' is larger than {MaxFileBytes / 1024 / 1024} MB.");
            var bytes = await File.ReadAllBytesAsync(input, cancellation);
            return ending == ".xlsx" ? PlaceWorkbook.Read(texts, bytes, Path.GetFileName(input)) : PlaceFile.Read(bytes);
        }
        catch (JsonException wrong)
        {
            throw new RefusedException($"'{input}' is no problem in JSON: {wrong.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"'{input}' cannot be read: {error.Message}");
        }
    }

    private static async Task WriteAsync(string output, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllBytesAsync(output, bytes, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"'{output}' cannot be written: {error.Message}");
        }
    }

    private sealed record Wanted(Mechanism Mechanism, string Seed, long Steps, bool Explain);
}
