using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Matching.Places;
using Entente.Mobility.Allocation;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>How the school stands with its partners before a result and after it.</summary>
public sealed class AllocationBalanceTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_result_is_shown_with_the_balance_it_leaves_and_a_second_reading_says_the_same(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var chinese = await host.AsAsync("tang.yuan", "zh");
        var call = await host.CallAsync(closed: true);
        var desk = call.Address() + "/allocation";
        await office.DoneAsync(desk, desk + "/freeze");
        await office.DoneAsync(desk, desk + "/run", ("mechanism", nameof(Mechanism.SerialDictatorship)));
        var (input, run) = await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            return (await db.Set<AllocationInput>().SingleAsync(), await db.Set<AllocationRun>().SingleAsync());
        });
        var frozen = Standings.Of(input.Standings, input.StandingsDigest);
        var known = await host.InAsync(s => s.GetRequiredService<IPlaceStandings>().OfAsync([.. call.Places.Select(p => p.AgreementId).Distinct()], call.AcademicYear, PlaceLength.Year, CancellationToken.None));
        Assert.Equal(known.Count, frozen.Count);
        var given = Stored.Placement(run.Result, run.Digest).Assignments.Where(a => a.Place is not null).Select(a => call.Places.Single(p => p.Id.ToString() == a.Place)).ToList();
        var (owed, sent) = (frozen.Sum(f => f.Owed ?? 0), given.Sum(p => known.Single(s => s.Agreement == p.AgreementId && s.Partner == p.OrganisationId) is { Account: not null } held ? held.PerStudent : 0));
        Assert.NotEqual(0, sent);
        var compared = await office.ReadAsync(desk);
        Assert.Contains($"Balance of places with the partners afterwards (before: {PlaceAmounts.Signed(owed)})", compared, StringComparison.Ordinal);
        Assert.Contains($"<td>{PlaceAmounts.Signed(owed - sent)}</td>", compared, StringComparison.Ordinal);
        var page = await office.ReadAsync($"{desk}/{run.Id}");
        Assert.Contains("Balance with the partners afterwards", page, StringComparison.Ordinal);
        Assert.Contains(input.StandingsDigest!, page, StringComparison.Ordinal);
        Assert.Contains("此后与合作单位的名额收支", await chinese.ReadAsync($"{desk}/{run.Id}"), StringComparison.Ordinal);

        // The ledger moves on; what was frozen does not, and a changed row is found.
        await office.DoneAsync($"{desk}/{run.Id}", $"{desk}/{run.Id}/publish");
        using var wen = await host.AsAsync("wen.zixi");
        await wen.DoneAsync(call.Mine(), call.Mine() + "/accept");
        Assert.Contains($"(before: {PlaceAmounts.Signed(owed)})", await office.ReadAsync(desk), StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Standings.Of(input.Standings!.Replace("\"PerStudent\":100", "\"PerStudent\":50", StringComparison.Ordinal), input.StandingsDigest));

        // Frozen anew, what was accepted stands in the ledger and what is offered counts as sent: together what the result said.
        await office.DoneAsync(desk, desk + "/freeze");
        var next = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<AllocationInput>().AsNoTracking().SingleAsync(i => i.Number == 2));
        Assert.Equal(owed - sent, Standings.Of(next.Standings, next.StandingsDigest).Sum(f => f.Owed ?? 0));
    }

    [Fact]
    public void Out_of_balance_is_what_the_agreement_can_no_longer_even_out()
    {
        var before = new FrozenStanding(AgreementId.New().Value, OrganisationId.New().Value, 100, 0, 100, Owed: -100, Most: 200, Until: 2028);
        Assert.Equal((false, false, true), (before.IsOut, before.With(100).IsOut, before.With(200).IsOut));
        Assert.Equal((300, -300), (before.With(200).Sent, before.With(200).Owed));
        Assert.False((before with { Owed = null, Most = null }).With(10_000).IsOut);
        Assert.Empty(Standings.Of(null, null));
    }
}
