using System.Globalization;
using Entente.Contracts.Safeguards;

namespace Entente.Safeguards.Packs;

/// <summary>Runs a pack's examples. They are run whenever a pack is checked or installed, and those shipped in a test.</summary>
internal sealed class GoldenCases(IEnumerable<ICheck> checks)
{
    public static IReadOnlyList<string> Kinds { get; } = ["working-days", "in-grouping", "chain", "reminder", "schedule", "convert", "distribution", "check"];

    /// <summary>Runs every example of a pack.</summary>
    public IReadOnlyList<GoldenResult> Run(Pack pack) => [.. pack.GoldenCases.Select((golden, i) => Run(pack, golden, $"$.goldenCases[{i}]"))];

    private GoldenResult Run(Pack pack, GoldenCase golden, string path)
    {
        string? actual;
        try
        {
            actual = golden.Kind switch
            {
                "working-days" => WorkingDays(pack, golden.Given),
                "in-grouping" => pack.Groupings.First(g => g.Id == golden.Given["grouping"]).Codes.Contains(golden.Given["code"], StringComparer.Ordinal) ? "true" : "false",
                "chain" => string.Join(' ', pack.Chains.First(c => c.Id == golden.Given["chain"]).Steps.Select(s => s.Role)),
                "reminder" => Reminder(pack, golden.Given),
                "convert" => pack.Tables.First(t => t.Id == golden.Given["table"]).Rows.GetValueOrDefault(golden.Given["value"]) ?? "",
                "distribution" => GradingParts.Convert(pack, golden.Given),
                "schedule" => Scheduled(pack, golden.Given),
                "check" => Judge(pack, golden.Given),
                _ => throw new KeyNotFoundException(golden.Kind),
            };
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            return new(golden, path, GoldenOutcome.Broken, wrong.Message);
        }

        return new(golden, path, actual is null ? GoldenOutcome.NotRun : actual == golden.Expect ? GoldenOutcome.Agrees : GoldenOutcome.Differs, actual);
    }

    /// <summary><c>from</c> and <c>days</c> give the day; <c>from</c> and <c>to</c> give the number.</summary>
    private static string WorkingDays(Pack pack, IReadOnlyDictionary<string, string> given)
    {
        var calendar = pack.Calendar(given["calendar"]) ?? throw new KeyNotFoundException(given["calendar"]);
        return given.TryGetValue("to", out var to)
            ? calendar.Between(Day(given["from"]), Day(to)).ToString(CultureInfo.InvariantCulture)
            : Written(calendar.Add(Day(given["from"]), int.Parse(given["days"], CultureInfo.InvariantCulture)));
    }

    /// <summary>The days, until and including the last one, on which is reminded of a <c>kind</c> that is <c>due</c>.</summary>
    private static string Reminder(Pack pack, IReadOnlyDictionary<string, string> given)
    {
        var rule = pack.Obligations.First(o => o.Kind == given["kind"]);
        var calendar = pack.Calendar(rule.Calendar)!;
        return string.Join(' ', rule.Reminders.Select(r => Written(calendar.Add(Day(given["due"]), -r))));
    }

    /// <summary>The last day for a <c>step</c> of a <c>schedule</c> of something from <c>first</c> to <c>last</c>.</summary>
    private static string Scheduled(Pack pack, IReadOnlyDictionary<string, string> given)
    {
        var step = pack.Schedules.First(s => s.Id == given["schedule"]).Steps.First(s => s.Code == given["step"]);
        return Written(Day(given[step.FromEnd ? "last" : "first"]).AddMonths(step.Months).AddDays(step.Days));
    }

    private string? Judge(Pack pack, IReadOnlyDictionary<string, string> given)
    {
        var rule = pack.Gates.First(g => g.Id == given["gate"]).Checks.First(c => c.Check == given["check"]);
        var seen = given.Where(g => g.Key is not ("gate" or "check")).ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
        return checks.OfType<IJudgedCheck>().FirstOrDefault(c => c.Id == rule.Check)?.Judge(seen, new(rule.Parameters)).Outcome.ToString();
    }

    private static DateOnly Day(string text) => PackNode.DayOf(text) ?? throw new FormatException(text);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>How an example came out.</summary>
public enum GoldenOutcome
{
    /// <summary>As written.</summary>
    Agrees,

    /// <summary>Otherwise.</summary>
    Differs,

    /// <summary>It names something the pack does not have.</summary>
    Broken,

    /// <summary>It is about a check that no room here judges by itself.</summary>
    NotRun,
}

/// <summary>An example and how it came out.</summary>
public sealed record GoldenResult(GoldenCase Case, string Path, GoldenOutcome Outcome, string? Actual);
