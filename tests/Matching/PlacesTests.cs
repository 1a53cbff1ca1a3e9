using CsCheck;
using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary>Laws every run keeps, over random problems.</summary>
public sealed class PlacesTests
{
    private const int Many = 10_000;

    [Fact]
    public void No_limit_is_ever_exceeded() => Instances.Any().Sample(problem =>
    {
        foreach (var mechanism in new[] { Mechanism.SerialDictatorship, Mechanism.Lottery, Mechanism.DeferredAcceptance })
        {
            var placement = Places.Places.Run(problem, mechanism, "1");
            if (placement.Refusal is null) Assert.True(Exhaustive.IsAllowed(problem, Exhaustive.Positions(problem, placement)));
            else Assert.Equal(Mechanism.DeferredAcceptance, mechanism);
        }
    }, iter: Many);

    [Fact]
    public void Serial_dictatorship_leaves_nothing_better_for_all() => Instances.Any(4, 3).Sample(problem =>
    {
        var got = Exhaustive.Positions(problem, Places.Places.Run(problem, Mechanism.SerialDictatorship, "1"));
        Assert.DoesNotContain(Exhaustive.All(problem), other => !other.SequenceEqual(got) && other.Zip(got).All(pair => Worth(pair.First) >= Worth(pair.Second)));
    }, iter: Many);

    [Fact]
    public void Whole_problems_are_never_refused() => Instances.Whole().Sample(problem =>
        Assert.Null(Places.Places.Run(problem, Mechanism.DeferredAcceptance, "1").Refusal), iter: Many);

    private static int Worth(int position) => position < 0 ? int.MinValue : -position;
}
