using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Entente.Foundation.Telemetry;

/// <summary>
/// What the house tells an operator's instruments about its work. Names follow OpenTelemetry's conventions; no value names a person,
/// a record or an address of one.
/// </summary>
public static class Signals
{
    /// <summary>The name of the source of traces and of the meter.</summary>
    public const string Name = "Entente";

    /// <summary>One trace an attempt at a job.</summary>
    public static ActivitySource Source { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Jobs = Meter.CreateHistogram<double>("entente.job.duration", "s", "Attempts at jobs, by kind and outcome.");

    private static readonly Counter<long> Answers = Meter.CreateCounter<long>("entente.public.answers", "{answer}", "Public pages, by whether memory had them.");

    /// <summary>An attempt at a job ended.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="outcome"><c>done</c> or <c>failed</c>.</param>
    /// <param name="took">How long it took.</param>
    public static void JobEnded(string kind, string outcome, TimeSpan took) =>
        Jobs.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A public page was answered.</summary>
    public static void Answered(bool fromMemory)
    {
        if (Answers.Enabled) Answers.Add(1, new KeyValuePair<string, object?>("memory", fromMemory));
    }
}
