using System.Diagnostics;
using Entente.Matching.Places;

namespace Entente.Bench.Matching;

/// <summary>500 students, 150 partners, 450 places: every mechanism on the same call, in three forms.</summary>
internal static class CallBench
{
    private const int Rounds = 5;
    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(1);

    public static bool Run()
    {
        var isWithin = true;
        _ = Places.Run(Calls.Plain(0), Mechanism.ExactOptimum, "0"); // Loads the solver.
        foreach (var (name, make, isHeld) in new (string, Func<int, PlaceProblem>, bool)[] { ("plain", Calls.Plain, true), ("nested caps", Calls.Nested, true), ("fractions and budgets (told, not held to the bar)", Calls.Fractions, false) })
        {
            foreach (var mechanism in Enum.GetValues<Mechanism>())
            {
                var runs = Enumerable.Range(1, isHeld ? Rounds : 1).Select(seed => Timed(make(seed), mechanism)).ToList();
                if (runs[0].Placement.Refusal is { } refusal)
                {
                    Console.WriteLine($"{name}, {mechanism}: refused ({refusal.Kind} {refusal.Subject})");
                    continue;
                }

                var isProven = runs.TrueForAll(r => r.Placement.Optimum?.IsProven ?? true);
                isWithin &= !isHeld || (isProven && runs.TrueForAll(r => r.Took < Bar));
                Console.WriteLine(FormattableString.Invariant(
                    $"{name}, {mechanism}: {runs.Min(r => r.Took.TotalMilliseconds):0} to {runs.Max(r => r.Took.TotalMilliseconds):0} ms (bar 1000), of processor {runs.Min(r => r.Worked.TotalMilliseconds):0} to {runs.Max(r => r.Worked.TotalMilliseconds):0} ms, {runs.Min(r => r.Placed)} to {runs.Max(r => r.Placed)} placed{(isProven ? string.Empty : ", NOT PROVEN")}"));
            }
        }

        Explained();
        return isWithin;
    }

    private static (TimeSpan Took, TimeSpan Worked, Placement Placement, int Placed) Timed(PlaceProblem problem, Mechanism mechanism)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var placement = Places.Run(problem, mechanism, "1");
        return (watch.Elapsed, Environment.CpuUsage.TotalTime - before, placement, placement.Assignments.Count(a => a.Place is not null));
    }

    private static void Explained()
    {
        foreach (var (name, problem, mechanism) in new[] { ("nested caps", Calls.Nested(1), Mechanism.DeferredAcceptance), ("plain", Calls.Plain(1), Mechanism.ExactOptimum), ("nested caps", Calls.Nested(1), Mechanism.ExactOptimum) })
        {
            var placement = Places.Run(problem, mechanism, "1");
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var reasons = Explanation.All(problem, placement).SelectMany(e => e.Earlier).ToList();
            Console.WriteLine(FormattableString.Invariant(
                $"explanations, {mechanism}, {name}: {reasons.Count} reasons, {watch.ElapsedMilliseconds} ms, of processor {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:0} ms ({string.Join(", ", reasons.CountBy(w => w.Kind).OrderByDescending(c => c.Value).Select(c => $"{c.Key} {c.Value}"))})"));
            watch.Restart();
            _ = Judgement.Of(problem, placement);
            Console.WriteLine(FormattableString.Invariant($"judgement, {mechanism}: {watch.ElapsedMilliseconds} ms"));
            watch.Restart();
            var repair = Repair.After(problem, placement, [.. placement.Assignments.Where(a => a.Place is not null).Take(3).Select(a => a.Student)], []);
            Console.WriteLine(FormattableString.Invariant($"repair after three withdrew, {mechanism}: {watch.ElapsedMilliseconds} ms, {repair.Moved.Count} moved, {repair.NewlyPlaced.Count} newly placed, proven {repair.IsProven}"));
        }
    }
}
