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
