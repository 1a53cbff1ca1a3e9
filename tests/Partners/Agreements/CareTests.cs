using System.Net;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Agreements;

/// <summary>Who looks after an agreement is changed on its page; what is owed for it follows.</summary>
public sealed class CareTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Who_looks_after_an_agreement_is_chosen_from_those_who_may(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync();
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        var other = await host.AccountAsync("other@example.edu", BuiltInRole.Coordinator, name: "Shen Ruolan");
        var stranger = await host.AccountAsync("stranger@example.edu", BuiltInRole.Coordinator, "OTHER", "Somebody Else");
        var id = await Drafts.SignedAsync(host, "CA-1", end: new(2026, 5, 31));
        var page = $"/agreements/{id}";
        var (liaison, gone) = await ContactsAsync(host, id);
        await host.InAsync(async s =>
        {
            await s.GetRequiredService<RenewalAlerts>().RaiseAsync(default);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        var form = await office.PageAsync(page);
        Assert.Contains($"value=\"{liaison}\"", form);
        Assert.DoesNotContain($"value=\"{gone}\"", form);
        Assert.DoesNotContain("Somebody Else", form);
        Assert.DoesNotContain(page + "/people", await reader.PageAsync(page));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(page, page + "/people", ("responsible", other.ToString()))).Status);
        foreach (var (field, value) in new[] { ("responsible", stranger.ToString()), ("liaison", gone.ToString()), ("liaison", "x") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(page, page + "/people", (field, value))).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, page + "/people", ("responsible", other.ToString()), ("liaison", liaison.ToString()))).Status);
        var shown = await reader.PageAsync(page);
        Assert.Contains("Shen Ruolan", shown);
        Assert.Contains("mailto:anneke@example.nl", shown);
        Assert.DoesNotContain("CA-1", await office.PageAsync("/obligations"));
        using var now = host.Browser();
        await now.SignInAsync("other@example.edu", RunningHost.Password);
        Assert.Contains("CA-1", await now.PageAsync("/obligations"));

        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, page + "/people", ("responsible", ""), ("liaison", ""))).Status);
        Assert.DoesNotContain("mailto:", await reader.PageAsync(page));
        Assert.Contains("CA-1", await office.PageAsync("/obligations"));
    }

    private static Task<(Id<Contact> Now, Id<Contact> Gone)> ContactsAsync(RunningHost host, AgreementId id) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var agreement = await Scene.Load(db, id);
        Contact Add(string family, DateOnly? until) => db.Add(new Contact
        {
            OrganisationId = agreement.LeadPartnerId!.Value,
            Side = ContactSide.Partner,
            PersonId = s.GetRequiredService<IPersons>().Add(new(new(family, "Anneke", false, null), null, null, null, "test")),
            Role = ContactRole.ExchangeCoordinator,
            Email = "anneke@example.nl",
            Until = until,
            UnitId = agreement.UnitId,
        }).Entity;
        var (now, gone) = (Add("van der Meer", null), Add("Gone", new(2026, 1, 31)));
        await db.SaveChangesAsync();
        return (now.Id, gone.Id);
    });
}
