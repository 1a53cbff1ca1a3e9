using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Matching.Places;
using Entente.Mobility.Allocation;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Mobility.Tests;

/// <summary>The allocation desk on the demonstration school's closed call: five students, four places.</summary>
public sealed class AllocationTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Applications_are_frozen_allocated_compared_published_accepted_and_repaired(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var reader = await host.AsAsync("gu.anran");
        var call = await host.CallAsync(closed: true);
        var desk = call.Address() + "/allocation";
        Assert.Contains("5 applications, 4 places. Freeze them", await office.ReadAsync(desk), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.SeeOther, (await reader.SendAsync(desk, desk + "/freeze")).Status);
        await office.DoneAsync(desk, desk + "/freeze");
        Assert.Contains("Shown once a mechanism has run", await office.ReadAsync(desk), StringComparison.Ordinal);
        await office.DoneAsync(desk, desk + "/run", [.. Enum.GetNames<Mechanism>().Select(m => ("mechanism", m))]);
        var compared = await office.ReadAsync(desk);
        foreach (var said in new[] { "By rank", "Deferred acceptance", "Lottery", "Exact optimum", "guaranteed" }) Assert.Contains(said, compared, StringComparison.Ordinal);

        // The same again gives the same bytes: nothing is written twice. The seed shown is the one promised, and what is stored is what its hash says.
        await office.DoneAsync(desk, desk + "/run", [.. Enum.GetNames<Mechanism>().Select(m => ("mechanism", m))]);
        var (input, runs) = await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            return (await db.Set<AllocationInput>().SingleAsync(i => i.CallId == call.Id), await db.Set<AllocationRun>().AsNoTracking().ToListAsync());
        });
        Assert.Equal(4, runs.Count);
        Assert.True(SeedCommitment.Keeps(input.Commitment, input.Seed));
        Assert.Contains(input.Seed, compared, StringComparison.Ordinal);
        var problem = Stored.Problem(input.Content, input.Digest);
        foreach (var run in runs.Select(r => Stored.Placement(r.Result, r.Digest)).Where(r => r.Refusal is null))
            Assert.All(Explanation.All(problem, run), e => Assert.True(Explanation.Holds(problem, run, e)));
        // The optimum's reasons were found once, when it ran; what is read later is what was found.
        var optimum = runs.Single(r => r.Mechanism == nameof(Mechanism.ExactOptimum));
        var found = Stored.Placement(optimum.Result, optimum.Digest);
        Assert.Equal([.. runs.Select(r => r.Reasons is not null)], runs.Select(r => r == optimum));
        Assert.Equal(Explanation.All(problem, found).SelectMany(e => e.Earlier), Stored.Explanations(optimum, problem, found).SelectMany(e => e.Earlier));
        Assert.NotEmpty(Explanation.All(problem, found).SelectMany(e => e.Earlier));
        Assert.Throws<InvalidDataException>(() => Stored.Problem(input.Content.Replace("\"rank\":1,", "\"rank\":9,", StringComparison.Ordinal), input.Digest));

        // By rank is published: each student reads why, in their language; nobody else does.
        var byRank = runs.Single(r => r.Mechanism == nameof(Mechanism.SerialDictatorship));
        var page = await office.ReadAsync($"{desk}/{byRank.Id}");
        Assert.Contains("its places (1) went to 1 who came before you; the last of them is ranked 1, you 2.", page, StringComparison.Ordinal);
        Assert.Contains("With one more place at", await office.ReadAsync($"{desk}/{byRank.Id}?more={call.Places[0].Id}"), StringComparison.Ordinal);
        using var wen = await host.AsAsync("wen.zixi");
        Assert.DoesNotContain("Your result", await wen.ReadAsync(call.Mine()), StringComparison.Ordinal);
        await office.DoneAsync($"{desk}/{byRank.Id}", $"{desk}/{byRank.Id}/publish");
        await office.DoneAsync($"{desk}/{byRank.Id}", $"{desk}/{byRank.Id}/publish");
        using var pei = await host.AsAsync("pei.shuyu", "zh");
        using var yu = await host.AsAsync("yu.jiashu");
        using var mo = await host.AsAsync("mo.yichen");
        Assert.Contains("You got your first wish, Delft University of Technology.", await wen.ReadAsync(call.Mine()), StringComparison.Ordinal);
        Assert.Contains("要求英语C1，本人为无", await pei.ReadAsync(call.Mine()), StringComparison.Ordinal);
        Assert.Contains("You are on the waiting list.", await yu.ReadAsync(call.Mine()), StringComparison.Ordinal);

        // Accepting takes the place in the partner's ledger, once; Mo declines, and the one who waits can move.
        var left = await LeftAsync(host, call);
        await wen.DoneAsync(call.Mine(), call.Mine() + "/accept");
        await wen.DoneAsync(call.Mine(), call.Mine() + "/accept");
        Assert.Equal(left - 100, await LeftAsync(host, call));
        await mo.RefusedAsync(call.Mine(), call.Mine() + "/decline", ("reason", ""));
        await mo.DoneAsync(call.Mine(), call.Mine() + "/decline", ("reason", "A post elsewhere"));
        await pei.DoneAsync(call.Mine(), call.Mine() + "/withdraw", ("reason", "Illness"));
        Assert.Contains("2 places of the last round are free again.", await office.ReadAsync(desk), StringComparison.Ordinal);
        var repaired = await office.DoneAsync(desk, desk + "/repair");
        Assert.Contains("4", await office.ReadAsync(repaired), StringComparison.Ordinal);
        await office.DoneAsync(repaired, repaired + "/publish");
        Assert.Contains("Wageningen", await yu.ReadAsync(call.Mine()), StringComparison.Ordinal);
        Assert.Contains("Accepted", await wen.ReadAsync(call.Mine()), StringComparison.Ordinal);
        Assert.DoesNotContain(call.Mine() + "/accept", await mo.ReadAsync(call.Mine()), StringComparison.Ordinal);

        // An offer not accepted in time lapses by itself, and can be given on.
        host.Clock.Move(Duration.FromDays(11));
        using var late = await host.AsAsync("yu.jiashu");
        Assert.Contains("Not accepted in time", await late.ReadAsync(call.Mine()), StringComparison.Ordinal);
        Assert.Contains("can no longer be answered", await late.RefusedAsync(call.Mine(), call.Mine() + "/accept"), StringComparison.Ordinal);

        // A student who leaves after accepting gives the place back.
        using var again = await host.AsAsync("wen.zixi");
        await again.DoneAsync(call.Mine(), call.Mine() + "/withdraw", ("reason", "Family"));
        Assert.Equal(left, await LeftAsync(host, call));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_call_that_is_open_and_a_student_under_two_records_are_not_frozen(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var open = (await host.CallAsync(closed: false)).Address() + "/allocation";
        Assert.Contains("Applications are still taken.", await office.RefusedAsync("/calls/new", open + "/freeze"), StringComparison.Ordinal);
        var call = await host.CallAsync(closed: true);
        var (one, two) = (await host.ApplicationAsync(call.Id, "Zixi Wen"), await host.ApplicationAsync(call.Id, "Yichen Mo"));
        var merge = $"/people/{one.PersonId.Value}/merge/{two.PersonId.Value}";
        var shown = await office.ReadAsync(merge);
        await office.DoneAsync(merge, null, [.. Regex.Matches(shown, "<input type=\"hidden\" name=\"(?<name>[a-z-]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(m => (m.Groups["name"].Value, m.Groups["value"].Value)), ("reason", "One and the same")]);
        Assert.Contains("has applied twice under two records", await office.RefusedAsync("/calls/new", call.Address() + "/allocation/freeze"), StringComparison.Ordinal);
    }

    private static Task<int> LeftAsync(RunningHost host, Call call) => host.InAsync(async s =>
    {
        var delft = call.Places.OrderBy(p => p.Order).ElementAt(1);
        return (await s.GetRequiredService<IPlaceLedger>().LeftAsync([delft.AgreementId], call.AcademicYear, CancellationToken.None))[delft.AgreementId][delft.Line];
    });
}
