using Entente.Contracts.Partners;
using CsCheck;
using Entente.Partners.Ledger;

namespace Entente.Partners.Tests;

public sealed class BalancingTests
{
    private static readonly AcademicCalendar Autumn = new(new(9, 1));
    private static readonly AcademicCalendar Spring = new(new(4, 1));
    private static readonly AcademicCalendar January = new(new(1, 1));

    private static readonly Gen<YearSums[]> Years =
        Gen.Select(Gen.Int[0, 12], Gen.Int[-3, 6], Gen.Int[-3, 6], (year, sent, received) => new YearSums(2015 + year, new(Used: sent * 50), new(Used: received * 50)))
            .Array[1, 10].Select(years => years.DistinctBy(y => y.Year).ToArray());

    [Fact]
    public void What_differed_lapsed_or_is_left() => Gen.Select(Years, Gen.Int[0, 4]).Sample((years, carry) =>
    {
        var run = Balancing.Run(years, carry);
        return years.Sum(y => y.Difference) == run.Sum(y => y.Lapsed) + run[^1].Balance;
    });

    [Fact]
    public void The_order_of_the_years_given_does_not_matter() => Gen.Select(Years, Gen.Int[0, 4], Gen.Int).Sample((years, carry, seed) =>
        Balancing.Run(years, carry).SequenceEqual(Balancing.Run(years.OrderBy(y => HashCode.Combine(y.Year, seed)), carry)));

    [Fact]
    public void Carried_for_ever_the_balance_is_the_sum_of_differences() => Years.Sample(years =>
        Balancing.Run(years, 100).All(y => y.Lapsed == 0 && y.Balance == years.Where(o => o.Year <= y.Year).Sum(o => o.Difference)));

    [Fact]
    public void The_oldest_difference_is_evened_out_first_and_the_rest_lapses()
    {
        var years = Balancing.Run([Year(2020, 0, 200), Year(2021, 0, 100), Year(2022, 150, 0), Year(2024, 0, 0)], carryOverYears: 2);

        Assert.Equal([200, 300, 150, 100, 0], years.Select(y => y.Balance));
        Assert.Equal([0, 0, 0, 50, 100], years.Select(y => y.Lapsed));
    }

    [Fact]
    public void An_academic_year_begins_on_the_day_the_school_says()
    {
        Assert.Equal((2025, 2026), (Autumn.Of(new(2026, 8, 31)), Autumn.Of(new(2026, 9, 1))));
        Assert.Equal((2025, 2026), (Spring.Of(new(2026, 3, 31)), Spring.Of(new(2026, 4, 1))));
        Assert.Equal((2025, 2026), (January.Of(new(2025, 12, 31)), January.Of(new(2026, 1, 1))));
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31)), (Spring.FirstDay(2026), Spring.LastDay(2026)));
        Assert.Equal(("2025/26", "1999/00", "2026"), (Autumn.Name(2025), Spring.Name(1999), January.Name(2026)));
        Assert.Equal((true, false), (Spring.Covers(2025, new(2026, 1, 1), null), Spring.Covers(2025, new(2026, 1, 2), null)));
    }

    [Theory]
    [InlineData(2025, "2025-09-01", "2028-08-31", true)]
    [InlineData(2024, "2025-09-01", "2028-08-31", false)]
    [InlineData(2028, "2025-09-01", "2028-08-31", false)]
    [InlineData(2024, "2025-03-01", null, true)]
    [InlineData(2024, "2025-08-01", null, false)]
    public void Places_are_offered_in_a_year_of_which_a_term_is_in_force(int year, string from, string? until, bool expected) =>
        Assert.Equal(expected, Autumn.Covers(year, DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null)));

    [Fact]
    public void Nested_caps_hold_whatever_is_asked_for_in_whatever_order()
    {
        CapLine[] lines = [new("out", null, 4), new("out-doctoral", "out", 2), new("out-water", "out-doctoral", 1), new("in", null, 3), new("ring-a", "ring-b", 1), new("ring-b", "ring-a", 2)];
        Gen.Select(Gen.Int[0, 5].Select(i => new[] { "out", "out-doctoral", "out-water", "in", "ring-a", "ring-b" }[i]), Gen.Int[1, 4].Select(h => h * 50)).Array[0, 25].Sample(asks =>
        {
            var taken = new List<UsedOnLine>();
            foreach (var (code, hundredths) in asks)
                if (PlaceCaps.Exceeded(lines, code, hundredths, taken) is null) taken.Add(new(code, hundredths));
            var fits = lines.All(l => PlaceCaps.Used(lines, l, taken) <= l.PerYear * 100);
            var again = taken.AsEnumerable().Reverse().ToList();
            var reordered = new List<UsedOnLine>();
            var allFitInAnyOrder = again.TrueForAll(t =>
            {
                var isFree = PlaceCaps.Exceeded(lines, t.Code!, t.Hundredths, reordered) is null;
                reordered.Add(t);
                return isFree;
            });
            return fits && allFitInAnyOrder;
        });
    }

    private static YearSums Year(int year, int sent, int received) => new(year, new(Used: sent), new(Used: received));
}
