using CsCheck;
using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary>Deferred acceptance in plain arrays, at sizes no exhaustive search reaches, against its own verifier.</summary>
public sealed class ArrayTests
{
    [Fact]
    public void Larger_problems_with_nests_in_nests_are_stable() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var arrays = Make(new Random(seed), students: 120, places: 24, choices: 6);
        Assert.True(StabilityVerifier.Verify(arrays, DeferredAcceptance.Run(arrays)).IsStable);
    }, iter: 10_000);

    [Fact]
    public void The_verifier_finds_what_was_disturbed() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var random = new Random(seed);
        var arrays = Make(random, students: 60, places: 12, choices: 4);
        var held = DeferredAcceptance.Run(arrays);
        var student = random.Next(held.Length);
        if (held[student] < 0) return;
        held[student] = -1; // The seat is free now, and the student would rather have it.
        Assert.False(StabilityVerifier.Verify(arrays, held).IsStable);
        Assert.False(StabilityVerifier.Verify(arrays with { Limit = [.. arrays.Limit.Select(_ => 0)] }, DeferredAcceptance.Run(arrays)).IsWithinLimits);
    }, iter: 10_000);

    [Fact]
    [Trait("Category", "long")]
    public void A_million_students_are_stable()
    {
        var arrays = Make(new Random(1), students: 1_000_000, places: 10_000, choices: 10);
        Assert.True(StabilityVerifier.Verify(arrays, DeferredAcceptance.Run(arrays)).IsStable);
    }

    // Four places a nest, three nests a tree with one order; the limits bind at every level.
    private static AcceptanceArrays Make(Random random, int students, int places, int choices)
    {
        var (nests, trees) = (places / 4, (places / 4 + 2) / 3);
        var orders = Enumerable.Range(0, Math.Min(trees, 50)).Select(_ => Shuffled(random, students)).ToArray();
        var (start, choice, key) = (new int[students + 1], new int[students * choices], new int[students * choices]);
        for (var student = 0; student < students; student++)
        {
            start[student + 1] = (student + 1) * choices;
            for (var edge = start[student]; edge < start[student + 1]; edge++)
            {
                do choice[edge] = random.Next(places);
                while (choice.AsSpan(start[student], edge - start[student]).Contains(choice[edge]));
                key[edge] = orders[choice[edge] / 12 % orders.Length][student];
            }
        }

        var seats = Math.Max(1, students / places);
        return new(
            start, choice, key,
            [.. Enumerable.Range(0, places).Select(p => places + (p / 4)), .. Enumerable.Range(0, nests).Select(n => places + nests + (n / 3)), .. Enumerable.Repeat(-1, trees)],
            [.. Enumerable.Repeat(seats, places), .. Enumerable.Repeat((seats * 3) + 1, nests), .. Enumerable.Repeat(seats * 8, trees)]);
    }

    private static int[] Shuffled(Random random, int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }
}
