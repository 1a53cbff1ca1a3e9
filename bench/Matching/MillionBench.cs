using System.Diagnostics;
using Entente.Matching.Places;

namespace Entente.Bench.Matching;

/// <summary>1,000,000 students with 10 choices over 10,000 places: deferred acceptance and its verifier in plain arrays.</summary>
internal static class MillionBench
{
    private const int Students = 1_000_000, Choices = 10, Places = 10_000, Rounds = 5;

    public static bool Run()
    {
        var (flat, nested) = (Make(isNested: false), Make(isNested: true));
        var isWithin = Measure("flat", flat) & Measure("nested caps (told, not held to the bar)", nested, isHeld: false);
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576;
        Console.WriteLine(FormattableString.Invariant($"peak of the process with both problems in it: {peak} MB (bar 2048)"));
        return isWithin && peak < 2048;
    }

    private static bool Measure(string name, AcceptanceArrays arrays, bool isHeld = true)
    {
        var (ran, worked, verified, isStable, placed) = (new List<double>(), new List<double>(), new List<double>(), true, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var held = DeferredAcceptance.Run(arrays);
            ran.Add(watch.Elapsed.TotalSeconds);
            worked.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
            watch.Restart();
            isStable &= StabilityVerifier.Verify(arrays, held).IsStable;
            verified.Add(watch.Elapsed.TotalSeconds);
            placed = held.Count(h => h >= 0);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {placed:N0} of {Students:N0} placed, stable {isStable}; deferred acceptance {ran.Min():0.00} to {ran.Max():0.00} s, of processor {worked.Min():0.00} to {worked.Max():0.00} s (bar 2); verifier {verified.Min():0.00} to {verified.Max():0.00} s (bar 1)"));
        return isStable && (!isHeld || (ran.Max() < 2 && verified.Max() < 1));
    }

    // Every place has an order of its own in the flat form; with nests each hundred places share one, as deferred acceptance asks.
    private static AcceptanceArrays Make(bool isNested)
    {
        var random = new Random(20261128);
        var (start, choice, key) = (new int[Students + 1], new int[Students * Choices], new int[Students * Choices]);
        for (var student = 0; student < Students; student++)
        {
            start[student + 1] = (student + 1) * Choices;
            for (var at = 0; at < Choices; at++)
            {
                var edge = (student * Choices) + at;
                do choice[edge] = (int)(Places * Math.Pow(random.NextDouble(), 1.3));
                while (choice.AsSpan(student * Choices, at).Contains(choice[edge]));
                key[edge] = isNested ? Mixed(student, choice[edge] / 100) : Mixed(student, choice[edge]);
            }
        }

        var parent = Enumerable.Repeat(-1, Places).ToList();
        var limit = Enumerable.Repeat(95, Places).ToList();
        if (isNested)
        {
            for (var place = 0; place < Places; place++) parent[place] = Places + (place / 10);
            for (var nest = 0; nest < Places / 10; nest++) (parent, limit) = ([.. parent, Places + (Places / 10) + (nest / 10)], [.. limit, 900]);
            for (var tree = 0; tree < Places / 100; tree++) (parent, limit) = ([.. parent, -1], [.. limit, 8_500]);
        }

        return new(start, choice, key, [.. parent], [.. limit]);
    }

    // A bijection of the students' numbers for each order, so that no two are alike: odd multiples modulo 2^20, masked by the order.
    private static int Mixed(int student, int order)
    {
        const int mask = (1 << 20) - 1;
        var mixed = (student * ((2 * order) + 1_000_003)) & mask;
        mixed ^= mixed >> 9;
        mixed = (mixed * 569_353) & mask;
        return mixed ^ (mixed >> 11) ^ (order & 0xFF);
    }
}
