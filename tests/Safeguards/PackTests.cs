using System.Text.Json.Nodes;
using CsCheck;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Safeguards.Packs;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

public sealed class PackTests
{
    [Fact]
    public void Every_pack_built_in_stands_in_the_order_of_release() => Assert.Equal(ShippedPacks.Released.Order(StringComparer.Ordinal), ShippedPacks.Files.Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_examples_of_the_shipped_packs_come_out_as_written()
    {
        await using var scene = await Scene.OpenAsync(Engine.Sqlite);
        await scene.In((_, s) =>
        {
            foreach (var content in ShippedPacks.All)
            {
                var run = s.GetRequiredService<PackInstallation>().Check(content).Run;
                var known = s.GetServices<ICheck>().Select(c => c.Id).ToHashSet();
                Assert.All(run, r => Assert.Equal(
                    r.Case.Kind == "check" && !known.Contains(r.Case.Given["check"]) ? GoldenOutcome.NotRun : GoldenOutcome.Agrees, r.Outcome));
            }

            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData("$.chains[0].steps[1].role", "chains/0/steps/1/role", "\"boss\"")]
    [InlineData("$.effectiveFrom", "effectiveFrom", "\"1 Jan 2026\"")]
    [InlineData("$.gates[1].checks[2].parametres", "gates/1/checks/2/parametres", "{}")]
    [InlineData("$.chains[0].calendar", "chains/0/calendar", "\"mars\"")]
    [InlineData("$.chains[0].gate", "chains/0/gate", "\"none\"")]
    [InlineData("$.gates[0].checks[0].citations[0]", "gates/0/checks/0/citations/0", "\"unwritten\"")]
    [InlineData("$.groupings[0].codes[0]", "groupings/0/codes/0", "\"China\"")]
    [InlineData("$.calendars[0].workdays[0]", "calendars/0/workdays/0", "\"Moonday\"")]
    [InlineData("$.calendars[0].holidays[1].to", "calendars/0/holidays/1/to", "\"2020-01-01\"")]
    [InlineData("$.calendars[0].movedWorkingDays", "calendars/0/movedWorkingDays/0", "\"2026-10-01\"")]
    [InlineData("$.obligations[0].reminders[0]", "obligations/0/reminders/0", "-1")]
    [InlineData("$.title.zh-Hans", "title/zh-Hans", "\"\"")]
    [InlineData("$.gates[1].longestExceptionDays", "gates/1/longestExceptionDays", "\"30\"")]
    [InlineData("$.goldenCases", "goldenCases", "[]")]
    [InlineData("$.id", "id", "\"Not A Name\"")]
    public void What_is_wrong_is_said_with_its_place(string place, string at, string value)
    {
        var pack = JsonNode.Parse(ShippedPacks.All[0])!;
        var path = at.Split('/');
        var node = path[..^1].Aggregate(pack, (n, step) => int.TryParse(step, out var i) ? n![i]! : n![step]!);
        if (int.TryParse(path[^1], out var index)) node[index] = JsonNode.Parse(value);
        else node[path[^1]] = JsonNode.Parse(value);
        var (read, errors) = PackReader.Read(pack.ToJsonString());
        Assert.Null(read);
        Assert.Equal([place], errors.Select(e => e.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":")]
    [InlineData("7")]
    public void What_is_no_pack_is_refused(string json) => Assert.NotEmpty(PackReader.Read(json).Errors);

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_pack_holds_from_its_day_is_replaced_by_its_next_version_and_never_overwritten(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var next = With(("version", "\"2026.2\""), ("effectiveFrom", "\"2026-04-01\""), ("goldenCases/6/expect", "\"Fail\""));
        await scene.In((_, s) => s.GetRequiredService<PackInstallation>().InstallContentAsync(next, CancellationToken.None));
        await scene.In((_, s) => s.GetRequiredService<PackInstallation>().InstallContentAsync(next, CancellationToken.None));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => scene.In((_, s) =>
            s.GetRequiredService<PackInstallation>().InstallContentAsync(With(("version", "\"2026.2\"")), CancellationToken.None)));
        Assert.Contains("2026.2", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            [(new DateOnly(2014, 1, 1), ""), (new DateOnly(2026, 3, 31), "2026.1"), (new DateOnly(2026, 4, 1), "2026.2")],
            await scene.In(async (_, s) =>
            {
                var found = new List<(DateOnly, string)>();
                foreach (var day in new DateOnly[] { new(2014, 1, 1), new(2026, 3, 31), new(2026, 4, 1) })
                    found.Add((day, string.Join(' ', (await s.GetRequiredService<PackShelf>().OnAsync(day, CancellationToken.None)).Packs.Where(p => p.Pack.Id == "entente.agreements").Select(p => p.Pack.Version))));
                return found;
            }));
        var wrong = await Assert.ThrowsAsync<RefusedException>(() => scene.In((_, s) =>
            s.GetRequiredService<PackInstallation>().InstallContentAsync(With(("version", "\"2026.3\""), ("goldenCases/0/expect", "\"2026-05-07\"")), CancellationToken.None)));
        Assert.Contains("$.goldenCases[0]", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counting_working_days_is_adding_them_backwards_and_forwards()
    {
        var china = ShippedPacks.Read(ShippedPacks.All[0]).Calendar("china")!;
        var days = Gen.Int[0, 1200].Select(n => new DateOnly(2025, 1, 1).AddDays(n));
        var calendars = Gen.Select(
            Gen.Enum<DayOfWeek>().HashSet[1, 7], days.HashSet[0, 40], days.HashSet[0, 10],
            (week, off, on) => new WorkCalendar(week, off.Except(on), on));
        Gen.Select(Gen.OneOf(Gen.Const(china), calendars), days, days, days, Gen.Int[0, 60]).Sample((calendar, a, b, c, n) =>
        {
            Assert.Equal(n, calendar.Between(a, calendar.Add(a, n)));
            Assert.Equal(calendar.Between(a, c), calendar.Between(a, b) + calendar.Between(b, c));
            Assert.Equal(0, calendar.Between(a, b) + calendar.Between(b, a));
            Assert.Equal(a, calendar.Add(a, 0));
            if (n > 0)
            {
                Assert.True(calendar.IsWorkingDay(calendar.Add(a, n)) && calendar.IsWorkingDay(calendar.Add(a, -n)));
                Assert.True(calendar.Add(a, n) > calendar.Add(a, n - 1) && calendar.Add(a, -n) < calendar.Add(a, 1 - n));
                Assert.Equal(calendar.Add(calendar.Add(a, n), -n), calendar.IsWorkingDay(a) ? a : calendar.Add(a, -1));
            }
        });
    }

    [Fact]
    public void A_calendar_without_working_days_is_refused_rather_than_counted_for_ever() =>
        Assert.Throws<InvalidOperationException>(() => new WorkCalendar([], [], []).Add(new(2026, 1, 1), 1));

    private static string With(params (string Path, string Value)[] changes)
    {
        var pack = JsonNode.Parse(ShippedPacks.All[0])!;
        foreach (var (at, value) in changes)
        {
            var path = at.Split('/');
            path[..^1].Aggregate(pack, (n, step) => int.TryParse(step, out var i) ? n![i]! : n![step]!)[path[^1]] = JsonNode.Parse(value);
        }

        return pack.ToJsonString();
    }
}
