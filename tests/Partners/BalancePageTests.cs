using System.Net;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

public sealed class BalancePageTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_coordinator_corrects_a_balance_and_takes_it_back(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var coordinator = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var reader = await host.SignedInAsync(BuiltInRole.Reader, "SOE", "zh");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var (partner, agreement) = await host.InAsync(SignedAsync);
        var balance = $"/agreements/{agreement}/balance";

        var refused = await coordinator.SendAsync(balance, null, ("kind", "Used"), ("direction", "In"), ("year", "2025"), ("amount", "1.555"), ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Enter a number of places other than 0", refused.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"1.555\"", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync(balance)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(balance)).Status);

        var posted = await coordinator.SendAsync(balance, null, ("kind", "Carried"), ("direction", "In"), ("year", "2025"), ("amount", "3.5"), ("reason", "Agreed by mail on 2 March"));
        Assert.Equal((HttpStatusCode.SeeOther, balance + "#ledger"), (posted.Status, posted.Location));
        Assert.Contains("They owe us 3.5 places", await coordinator.PageAsync(balance), StringComparison.Ordinal);
        Assert.Contains("They owe us 3.5 places", await coordinator.PageAsync($"/partners/{partner}/balance"), StringComparison.Ordinal);
        Assert.Contains("They owe us 3.5 places", await coordinator.PageAsync($"/partners/{partner}"), StringComparison.Ordinal);
        Assert.Contains("对方欠我方 3.5 个名额", await reader.PageAsync("/balances"), StringComparison.Ordinal);
        Assert.Contains("&#x2B;3.5", await coordinator.PageAsync("/partners?sort=-balance"), StringComparison.Ordinal);
        Assert.DoesNotContain("Delft", await elsewhere.PageAsync("/balances"), StringComparison.Ordinal);
        Assert.Equal(
            ["Partner,Partner (Chinese),Country,Sent,Received,Places owed to us,Key", $"Delft University of Technology,代尔夫特理工大学,NL,0,0,3.5,{partner}"],
            (await coordinator.PageAsync("/balances/export?owes=they")).TrimStart('\uFEFF').Split("\r\n")[..2]);
        Assert.DoesNotContain("Delft", await coordinator.PageAsync("/balances/export?owes=we"), StringComparison.Ordinal);

        var entry = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<PlaceEntry>().ViewerNamed().Select(e => e.Id).SingleAsync());
        var withdraw = $"{balance}/{entry.Value}/withdraw";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SendAsync(balance, withdraw, ("reason", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.SendAsync(balance, withdraw, ("reason", "Posted twice"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.SendAsync(balance, withdraw, ("reason", "Again"))).Status);
        var after = await coordinator.PageAsync(balance);
        Assert.Contains("Nobody owes a place", after, StringComparison.Ordinal);
        Assert.Contains("Posted twice", after, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_standing_in_a_coming_year_says_what_is_owed_and_what_can_still_be_evened_out(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var (psu, unsw) = (await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US"), await scene.Partner("UNSW Sydney", "新南威尔士大学", "AU"));
        // In force from 2025 to 2028, three places a year each way, carried over two years, a semester half a place.
        var held = await scene.Signed(scene.Content("SX-1", psu));
        var free = await scene.Signed(scene.Content("SX-2", unsw) with { Reciprocal = false });
        Assert.Null(await UseAsync(scene, held, "out", 2025, 2));
        Assert.Null(await UseAsync(scene, held, "out", 2026, 1));
        Assert.Null(await UseAsync(scene, held, "in", 2026, 1));
        Assert.Null(await UseAsync(scene, free, "out", 2026, 3));
        var standings = await StandingsAsync(scene, [held, free], 2026, PlaceLength.Semester);
        Assert.Equal(new(held, psu, 100, 100, 50, new(-200, 200 + 300, 2028)), standings.Single(s => s.Agreement == held));
        Assert.Equal(new(free, unsw, 300, 0, 50, null), standings.Single(s => s.Agreement == free));

        // Two years on, the difference of 2025 has lapsed, and no year of the agreement is left.
        Assert.Equal(new(held, psu, 0, 0, 100, new(0, 0, 2030)), (await StandingsAsync(scene, [held], 2028, PlaceLength.Year)).Single());
    }

    private static Task<LocalizedText?> UseAsync(Scene scene, AgreementId agreement, string place, int year, int count) => scene.House.InAsync(async s =>
    {
        var refused = await s.GetRequiredService<IPlaceLedger>().UseAsync(new(agreement, place, year, StudyLevel.Master, PlaceLength.Year, count, null, new("test", AgreementId.New().Value)), default);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return refused;
    });

    private static Task<IReadOnlyList<PlaceStanding>> StandingsAsync(Scene scene, AgreementId[] agreements, int year, PlaceLength length) =>
        scene.House.InAsync(s => s.GetRequiredService<IPlaceStandings>().OfAsync(agreements, year, length, default));

    internal static async Task<(OrganisationId Partner, AgreementId Agreement)> SignedAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var partner = services.GetRequiredService<IOrganisations>().Add(new(new("Delft University of Technology", "代尔夫特理工大学"), "NL", new("Delft", "代尔夫特")));
        await db.SaveChangesAsync();
        var content = new AgreementContent
        {
            Number = "SX-9",
            Title = new("Student exchange", "学生交换"),
            Kind = "student-exchange",
            Parties = [new(null, PartyRole.School, []), new(partner, PartyRole.Partner, [])],
            Term = TermKind.OpenEnded,
            EffectiveOn = new(2025, 9, 1),
            Reciprocal = true,
            CarryOverYears = 3,
            Places = [new("out", PlaceDirection.Out, 2), new("in", PlaceDirection.In, 2)],
        };
        var agreement = Agreement.Write(content, await Scene.KindOf(db, content.Kind), await TestAccounts.UnitAsync(services, "SOE"), null, Scene.ByNobody());
        foreach (var action in new[] { AgreementAction.Submit, AgreementAction.Approve, AgreementAction.Send }) agreement.Step(action, Scene.ByNobody());
        agreement.Sign(new(2025, 8, 1), Scene.ByNobody());
        agreement.Step(AgreementAction.Begin, Scene.ByNobody());
        db.Add(agreement);
        await db.SaveChangesAsync();
        return (partner, agreement.Id);
    }
}
