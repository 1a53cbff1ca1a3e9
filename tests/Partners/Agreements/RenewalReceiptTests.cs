using System.Net;
using System.Text.RegularExpressions;
using Entente.Foundation.Data;
using Entente.Partners.Agreements;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Agreements;

public sealed partial class RenewalReceiptTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_renewal_noted_as_decided_on_its_obligation_is_decided_on_the_agreement(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync();
        var id = await Drafts.SignedAsync(host, "RN-1", end: new(2026, 5, 31));
        await RaiseAsync(host);
        Assert.Contains("Decide whether it is renewed.", await office.PageAsync($"/agreements/{id}"));
        var owed = Owed().Match(await office.PageAsync("/obligations?q=RN-1")).Value;

        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(owed, owed + "/fulfil", ("receipt", "The dean lets it run out."))).Status);

        var page = await office.PageAsync($"/agreements/{id}");
        Assert.Contains("What follows is decided.", page);
        Assert.Contains("Renewal decided: The dean lets it run out.", page);
        await RaiseAsync(host);
        Assert.DoesNotContain("RN-1", await office.PageAsync("/obligations"));
    }

    private static Task RaiseAsync(RunningHost host) => host.InAsync(async s =>
    {
        await s.GetRequiredService<RenewalAlerts>().RaiseAsync(default);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    [GeneratedRegex("/obligations/[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Owed();
}
