using System.Net;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

public sealed class ContactPageTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_coordinator_adds_changes_and_ends_contacts(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var coordinator = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        using var reader = await host.SignedInAsync(BuiltInRole.Reader, "SOE", "zh");
        var (partner, _) = await host.InAsync(BalancePageTests.SignedAsync);
        var address = $"/partners/{partner}";
        var page = address + "/contacts/new?side=Partner";
        var post = address + "/contacts/new";

        Assert.Contains("Nobody is known on the partner&#x27;s side.", await coordinator.PageAsync(address), StringComparison.Ordinal);
        var refused = await coordinator.SendAsync(page, post, ("side", "Partner"), ("role", "Dean"), ("email", "no address"), ("from", "2026-03-01"), ("until", "2026-02-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var sentence in new[] { "Choose a person, or enter the name of a new one.", "Enter one mail address", "Enter a day that is not before the first.", "value=\"no address\"" })
            Assert.Contains(sentence, refused.Body, StringComparison.Ordinal);

        var added = await coordinator.SendAsync(
            page, post, ("side", "Partner"), ("family", "de Vries"), ("given", "Anneke"), ("role", "InternationalDirector"), ("title-en", "Director, Global Engagement"),
            ("email", "anneke@delft.example.edu"), ("language", "nl"), ("signs", "true"), ("from", "2026-01-01"));
        Assert.Equal((HttpStatusCode.SeeOther, address + "#contacts"), (added.Status, added.Location));
        var shown = await coordinator.PageAsync(address);
        foreach (var word in new[] { "Anneke de Vries", "Director, Global Engagement", "may sign", "since 1 Jan 2026" }) Assert.Contains(word, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Anneke", await elsewhere.PageAsync(address), StringComparison.Ordinal);
        Assert.DoesNotContain("Anneke", await coordinator.PageAsync(address + "?on=2025-12-31"), StringComparison.Ordinal);
        Assert.Contains("可签署", await reader.PageAsync(address), StringComparison.Ordinal);

        var contact = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Contact>().ViewerNamed().SingleAsync());
        var own = $"{address}/contacts/{contact.Id}";
        var again = await coordinator.SendAsync(page, post, ("side", "School"), ("person", contact.PersonId.ToString()), ("role", "Other"));
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal(
            [(ContactSide.Partner, contact.PersonId), (ContactSide.School, contact.PersonId)],
            (await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Contact>().ViewerNamed().OrderBy(c => c.Side).ToListAsync())).Select(c => (c.Side, c.PersonId)));

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(own)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(own)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.SendAsync(own, null, ("role", "Dean"), ("title-en", ""), ("from", "2026-01-01"))).Status);
        Assert.DoesNotContain("Global Engagement", await coordinator.PageAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SendAsync(own, own + "/end", ("until", "2025-01-01"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.SendAsync(own, own + "/end", ("until", "2026-03-11"))).Status);
        Assert.Contains("One former contact", await coordinator.PageAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_featured_partner_comes_first_in_public(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var coordinator = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var (partner, _) = await host.InAsync(BalancePageTests.SignedAsync);
        var address = $"/partners/{partner}";

        var refused = await coordinator.SendAsync(address, address + "/profile", ("featured", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Enter a whole number from 1 to 999.", refused.Body, StringComparison.Ordinal);
        foreach (var place in new[] { "3", "1", "" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.SendAsync(address, address + "/profile", ("featured", place))).Status);
            Assert.Equal(
                place.Length == 0 ? null : int.Parse(place, null),
                await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<PartnerProfile>().Where(p => p.OrganisationId == partner).Select(p => p.Featured).SingleAsync()));
        }
    }
}
