using CsCheck;
using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary>Laws of whole outcomes, against the definitions searched exhaustively.</summary>
public sealed class PropertyTests
{
    private const int Many = 10_000;

    [Fact]
    public void Deferred_acceptance_is_stable() => Instances.Whole().Sample(problem =>
    {
        var got = Exhaustive.Positions(problem, Run(problem, Mechanism.DeferredAcceptance));
        Assert.True(Exhaustive.IsAllowed(problem, got));
        Assert.Empty(Exhaustive.BlockingPairs(problem, got, "1"));
    }, iter: Many);

    [Fact]
    public void Deferred_acceptance_is_what_every_student_likes_best_of_all_stable_outcomes() => Instances.Whole(4, 3).Sample(problem =>
    {
        var got = Exhaustive.Positions(problem, Run(problem, Mechanism.DeferredAcceptance));
        foreach (var stable in Exhaustive.All(problem).Where(other => !Exhaustive.BlockingPairs(problem, other, "1").Any()))
            Assert.All(stable.Zip(got), pair => Assert.True(Worth(pair.Second) >= Worth(pair.First)));
    }, iter: Many);

    [Theory]
    [InlineData(Mechanism.SerialDictatorship)]
    [InlineData(Mechanism.DeferredAcceptance)]
    public void Nobody_gains_by_naming_other_choices(Mechanism mechanism) => (mechanism == Mechanism.DeferredAcceptance ? Instances.Whole(3, 3) : Instances.Any(3, 3)).Sample(problem =>
    {
        var truth = Run(problem, mechanism);
        for (var at = 0; at < problem.Students.Count; at++)
        {
            var student = problem.Students[at];
            foreach (var told in Lists(problem.Places.Select(p => p.Id).ToArray()))
            {
                var place = Run(problem with { Students = [.. problem.Students.Select((s, i) => i == at ? s with { Choices = told } : s)] }, mechanism).Of(student.Id)!.Place;
                Assert.True(Worth(student, truth.Of(student.Id)!.Place) >= Worth(student, place));
            }
        }
    }, iter: Many);

    [Fact]
    public void The_exact_optimum_equals_brute_force() => Instances.Any(4, 3).Sample(problem =>
    {
        var placement = Run(problem, Mechanism.ExactOptimum);
        var got = Exhaustive.Positions(problem, placement);
        var best = Exhaustive.All(problem).Where(p => !Exhaustive.IsSomebodyPassedOver(problem, p)).Select(Exhaustive.Value).Max();
        Assert.True(placement.Optimum!.IsProven);
        Assert.True(Exhaustive.IsAllowed(problem, got));
        Assert.False(Exhaustive.IsSomebodyPassedOver(problem, got));
        Assert.Equal(best, Exhaustive.Value(got));
        Assert.Equal(best, (placement.Optimum.Placed, -placement.Optimum.Positions));
    }, iter: Many);

    [Fact]
    public void Every_run_is_repeated_in_the_same_bytes_whatever_the_order_of_the_lists() => Gen.Select(Instances.Any(4, 4), Gen.Int[0, 1000]).Sample((problem, shuffle) =>
    {
        var random = new Random(shuffle);
        var other = new PlaceProblem(Shuffled(random, problem.Students), Shuffled(random, problem.Places), Shuffled(random, [.. problem.Nests.Select(n => n with { Places = Shuffled(random, n.Places) })]))
        { Barred = Shuffled(random, problem.Barred) };
        Assert.Equal(problem.Digest, other.Digest);
        foreach (var mechanism in Enum.GetValues<Mechanism>())
            Assert.True(Run(problem, mechanism).Json.Span.SequenceEqual(Run(other, mechanism).Json.Span));
    }, iter: Many);

    private static T[] Shuffled<T>(Random random, IReadOnlyList<T> list)
    {
        var copy = list.ToArray();
        random.Shuffle(copy);
        return copy;
    }

    private static Placement Run(PlaceProblem problem, Mechanism mechanism) => Places.Places.Run(problem, mechanism, "1");

    private static int Worth(int position) => position < 0 ? int.MinValue : -position;

    private static int Worth(Student student, string? place) => place is null || !student.Choices.Contains(place) ? int.MinValue : -student.Choices.ToList().IndexOf(place);

    private static IEnumerable<string[]> Lists(string[] places) =>
        places.SelectMany(first => Lists([.. places.Where(p => p != first)]).Select(rest => (string[])[first, .. rest])).Prepend([]);
}
