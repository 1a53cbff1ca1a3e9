using System.Net;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

public sealed class PartnerPageTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_page_says_how_a_partnership_stands_today_and_stood_then(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Language.English.Use();
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        Assert.Equal("No agreement yet.", await State(scene, psu));
        await scene.Signed(scene.Content("MU-0", psu) with { Kind = "memorandum", EffectiveOn = new(2020, 9, 1), EndsOn = new(2024, 8, 31) }, new(2020, 6, 1));
        Assert.Equal("No agreement in force; the last one ended on 31 Aug 2024.", await State(scene, psu));
        await scene.Signed(scene.Content("SX-1", psu));
        Assert.Equal("One agreement in force: student exchange SX-1, until 31 Aug 2028.", await State(scene, psu));
        await scene.Signed(scene.Content("SX-2", psu) with { EndsOn = new(2026, 6, 30) });
        await scene.Draft(scene.Content("SX-3", psu));
        var now = await Read(scene, psu);
        Assert.Equal(["SX-2", "SX-1"], now!.InForce.Select(a => a.Number));
        Assert.Equal(["SX-3"], now.Coming.Select(a => a.Number));
        Assert.Equal(["MU-0"], now.Past.Select(a => a.Number));
        Assert.Equal("2 agreements in force; student exchange SX-2 is the first to end, on 30 Jun 2026.", await State(scene, psu));
        Assert.Equal("Agreement SX-2 ends in 110 days, on 30 Jun 2026, and nothing follows it yet.", await Matter(scene, now));

        var then = await Read(scene, psu, new(2024, 1, 1));
        Assert.Equal(["MU-0"], then!.InForce.Select(a => a.Number));
        Assert.Empty(then.Coming.Concat(then.Past));
        Assert.All(then.Timeline, t => Assert.True(t.On <= new DateOnly(2024, 1, 1)));
        Assert.Equal((false, 2020), (then.IsToday, then.Since));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_matters_comes_in_order_of_urgency(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Language.English.Use();
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        await scene.Signed(scene.Content("SX-1", psu));
        Assert.Equal("Nobody is known on the partner's side.", await Matter(scene, psu));
        var person = await scene.House.InAsync(async s =>
        {
            var id = s.GetRequiredService<IPersons>().Add(new(new("Ellwood", "Margaret", false), null, psu, "Director", "test"));
            s.GetRequiredService<AppDbContext>().Add(new Contact { OrganisationId = psu, Side = ContactSide.Partner, PersonId = id, Role = ContactRole.InternationalDirector, UnitId = scene.School, From = new(2025, 1, 1) });
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return id;
        });
        Assert.Equal("No talk with the partner is on record.", await Matter(scene, psu));
        await scene.In(async db =>
        {
            db.Add(PartnerListTests.NoteOn(psu, NoteKind.Meeting, new(2026, 2, 1), scene.School));
            await db.SaveChangesAsync();
        });
        Assert.Equal("Nothing waits here.", await Matter(scene, psu));
        var page = await Read(scene, psu);
        Assert.Equal(("Margaret Ellwood", person), (page!.Contacts[0].Name.En, page.Contacts[0].Person));
        Assert.Empty((await Read(scene, psu, new(2024, 12, 31)))!.Contacts);
        Assert.Contains(page.Timeline, t => t.Kind == "Meeting" && t.On == new DateOnly(2026, 2, 1));
        Assert.Contains(page.Timeline, t => t.Kind == "Signed");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_coordinator_reads_the_page_and_keeps_notes(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var coordinator = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW", "zh");
        using var reader = await host.SignedInAsync(BuiltInRole.Reader, "SOE");
        var partner = await host.InAsync(async s =>
        {
            var id = s.GetRequiredService<IOrganisations>().Add(new(new("Delft University of Technology", "代尔夫特理工大学"), "NL", new("Delft", "代尔夫特")));
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return id;
        });
        var address = "/partners/" + partner;

        var refused = await coordinator.SendAsync(address, address + "/notes", ("kind", "Visit"), ("on", "2027-01-01"), ("text", "Came <b>to</b> see us"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Enter today or an earlier day", refused.Body, StringComparison.Ordinal);
        Assert.Contains("Came &lt;b&gt;to&lt;/b&gt; see us", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync(address + "/notes")).Status);

        var written = await coordinator.SendAsync(address, address + "/notes", ("kind", "Visit"), ("on", "2026-03-01"), ("text", "Came to see us"));
        Assert.Equal(HttpStatusCode.SeeOther, written.Status);
        var note = written.Location!.Split("#note-")[1];
        Assert.Contains("Came to see us", await coordinator.PageAsync(address), StringComparison.Ordinal);
        Assert.Contains("Came to see us", await reader.PageAsync(address), StringComparison.Ordinal);
        Assert.DoesNotContain("Came to see us", await elsewhere.PageAsync(address), StringComparison.Ordinal);
        Assert.Contains("Delft University of Technology", await coordinator.PageAsync("/partners?q=delft&map=1"), StringComparison.Ordinal);
        Assert.DoesNotContain("代尔夫特理工大学", await elsewhere.PageAsync("/partners"), StringComparison.Ordinal);
        Assert.Contains("代尔夫特理工大学", await elsewhere.PageAsync(address), StringComparison.Ordinal);

        var withdraw = $"{address}/notes/{note}/withdraw";
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync(address, withdraw)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.SendAsync(address, withdraw)).Status);
        Assert.DoesNotContain("Came to see us", await coordinator.PageAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.SendAsync(address, withdraw)).Status);

        Assert.StartsWith("Partner,", await coordinator.PageAsync("/partners/export?format=csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/partners/" + OrganisationId.New())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/partners/nothing")).Status);
    }

    private static Task<PartnerModel?> Read(Scene scene, OrganisationId partner, DateOnly? on = null, Viewer? viewer = null) =>
        scene.House.InAsync(s => s.GetRequiredService<PartnerReading>().OfAsync(partner, viewer ?? Viewer.System, on, default));

    private static Task<string> State(Scene scene, OrganisationId partner) => scene.House.InAsync(async s =>
        PartnerSentences.State(s.GetRequiredService<TextCatalog>(), (await s.GetRequiredService<PartnerReading>().OfAsync(partner, Viewer.System, null, default))!));

    private static async Task<string> Matter(Scene scene, OrganisationId partner) => await Matter(scene, (await Read(scene, partner))!);

    private static Task<string> Matter(Scene scene, PartnerModel partner) => scene.House.InAsync(s =>
        Task.FromResult(PartnerSentences.Matter(s.GetRequiredService<TextCatalog>(), partner, Scene.Today).Sentence));
}
