using System.Net;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Matching.Places;
using Entente.Mobility.Allocation;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>One place of a call: what is offered there is changed, and whom it prefers is what deferred acceptance goes by.</summary>
public sealed class PlacePriorityTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_place_is_changed_on_its_page(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var reader = await host.AsAsync("gu.anran");
        var call = await host.CallAsync(closed: false);
        var place = $"{call.Address()}/places/{Of(call, 0).Id}";
        var refused = await office.RefusedAsync(place, place, ("seats", "400"), ("language", "de"), ("language-level", ""), ("field", "7x"));
        foreach (var said in new[] { "places are left", "value=\"400\"", "value=\"7x\"" }) Assert.Contains(said, refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(place)).Status);
        Assert.NotEqual(HttpStatusCode.SeeOther, (await reader.SendAsync(call.Address(), place, ("seats", "1"))).Status);
        await office.DoneAsync(place, place, ("seats", "1"), ("level", "Master"), ("language", "de"), ("language-level", "3"), ("field", "07"), ("grade", "80"), ("cost", "1200"));
        var shown = await office.ReadAsync(call.Address());
        Assert.Contains("Master", shown, StringComparison.Ordinal);
        Assert.Contains("grade 80 or more", shown, StringComparison.Ordinal);
        var again = await office.ReadAsync(place);
        foreach (var said in new[] { "value=\"1200\"", "value=\"80\"", "value=\"07\"" }) Assert.Contains(said, again, StringComparison.Ordinal);
        Assert.Contains("mobility.call.offer", await host.LoggedAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"{(await host.CallAsync(closed: true)).Address()}/places/{Of(call, 0).Id}")).Status);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_places_own_list_is_frozen_and_followed(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var call = await host.CallAsync(closed: true);
        var (wen, mo) = (await host.ApplicationAsync(call.Id, "Zixi Wen"), await host.ApplicationAsync(call.Id, "Yichen Mo"));
        var place = $"{call.Address()}/places/{Of(call, 1).Id}";
        var page = await office.ReadAsync(place);
        foreach (var said in new[] { "Wen Zixi", "rank 1 · 91.2", $"turn-{mo.Id}" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("Number at least one student", await office.RefusedAsync(place, place + "/priority", ("priority", "List")), StringComparison.Ordinal);
        Assert.Contains("Two students have the number 1.", await office.RefusedAsync(place, place + "/priority", ("priority", "List"), ($"turn-{wen.Id}", "1"), ($"turn-{mo.Id}", "1")), StringComparison.Ordinal);
        Assert.Contains("has two to four digits", await office.RefusedAsync(place, place + "/priority", ("priority", "Field"), ("priority-field", "7")), StringComparison.OrdinalIgnoreCase);
        await office.DoneAsync(place, place + "/priority", ("priority", "List"), ($"turn-{mo.Id}", "1"));
        Assert.Contains("Prefers: A list of its own", await office.ReadAsync(call.Address()), StringComparison.Ordinal);

        var desk = call.Address() + "/allocation";
        await office.DoneAsync(desk, desk + "/freeze");
        Assert.Contains("An order of its own holds at: Delft University of Technology.", await office.ReadAsync(desk), StringComparison.Ordinal);
        await office.DoneAsync(desk, desk + "/run", ("mechanism", nameof(Mechanism.SerialDictatorship)), ("mechanism", nameof(Mechanism.DeferredAcceptance)));
        var (problem, runs) = await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var input = await db.Set<AllocationInput>().SingleAsync();
            return (Stored.Problem(input.Content, input.Digest), await db.Set<AllocationRun>().AsNoTracking().ToListAsync());
        });
        var order = problem.Places.Single(p => p.Id == Of(call, 1).Id.ToString()).Priority!;
        Assert.Equal([mo.Id.ToString(), wen.Id.ToString()], order.Take(2));
        Assert.All(problem.Places.Where(p => p.Id != Of(call, 1).Id.ToString()), p => Assert.Null(p.Priority));

        // By rank Wen gets Delft; where Delft is asked, Mo does, and the reason says why.
        Placement Result(Mechanism mechanism) => runs.Where(r => r.Mechanism == mechanism.ToString()).Select(r => Stored.Placement(r.Result, r.Digest)).Single();
        Assert.Equal(1, Result(Mechanism.SerialDictatorship).Of(wen.Id.ToString())!.Position);
        Assert.Equal(1, Result(Mechanism.DeferredAcceptance).Of(mo.Id.ToString())!.Position);
        Assert.Equal(2, Result(Mechanism.DeferredAcceptance).Of(wen.Id.ToString())!.Position);
        var deferred = await office.ReadAsync($"{desk}/{runs.Single(r => r.Mechanism == nameof(Mechanism.DeferredAcceptance)).Id}");
        Assert.Contains("its places (1) went to 1 whom it prefers.", deferred, StringComparison.Ordinal);
        Assert.Matches("Mo Yichen › Wen Zixi|Yichen Mo › Zixi Wen", deferred);
        Assert.DoesNotContain("Whom the places prefer", await office.ReadAsync($"{desk}/{runs.Single(r => r.Mechanism == nameof(Mechanism.SerialDictatorship)).Id}"), StringComparison.Ordinal);

        // The list of one kind goes when another is chosen.
        await office.DoneAsync(place, place + "/priority", ("priority", "Grade"), ($"turn-{mo.Id}", "1"));
        Assert.Equal(0, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<PlaceTurn>().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_kind_of_order_puts_first_whom_it_says(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var call = await host.CallAsync(closed: true);
        var (place, desk) = ($"{call.Address()}/places/{Of(call, 2).Id}", call.Address() + "/allocation");
        foreach (var (by, first) in new[] { ("Grade", "Zixi Wen"), ("Language", "Zixi Wen"), ("Field", "Jiashu Yu"), ("Level", "Zixi Wen") })
        {
            await office.DoneAsync(place, place + "/priority", ("priority", by), ("priority-field", by == "Field" ? "03" : ""));
            await office.DoneAsync(desk, desk + "/freeze");
            var application = await host.ApplicationAsync(call.Id, first);
            Assert.Equal(application.Id.ToString(), await host.InAsync(async s =>
            {
                var input = await s.GetRequiredService<AppDbContext>().Set<AllocationInput>().AsNoTracking().OrderByDescending(i => i.Number).FirstAsync();
                return Stored.Problem(input.Content, input.Digest).Places.Single(p => p.Id == Of(call, 2).Id.ToString()).Priority![0];
            }));
        }
    }

    private static CallPlace Of(Call call, int at) => call.Places.OrderBy(p => p.Order).ElementAt(at);
}
