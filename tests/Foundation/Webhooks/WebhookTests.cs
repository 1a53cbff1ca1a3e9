using System.Net;
using System.Text.Json;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Log;
using Entente.Foundation.Settings;
using Entente.Foundation.Webhooks;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Tests.Webhooks;

/// <summary>Messages about changes, to a real listener: signed, at least once, tried again, only of what their owner may see.</summary>
public sealed class WebhookTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_message_that_failed_comes_again_under_the_same_id_and_its_signature_holds(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.InternalServerError, HttpStatusCode.NoContent);
        var (webhook, secret) = await RegisterAsync(house, receiver.Address);
        var organisation = await AddAsync(house, "Brackwater");
        await TellAsync(house);
        Assert.Equal((DeliveryState.Waiting, 1, 500), (await DeliveriesAsync(house, webhook)).Select(d => (d.State, d.Attempts, d.Status)).Single());
        Assert.Equal(0, await RunAsync(house));
        house.Clock.Move(Duration.FromSeconds(10));
        Assert.Equal(1, await RunAsync(house));

        var (first, second) = (receiver.Messages.First(), receiver.Messages.Last());
        Assert.Equal((2, first.Id, first.Body), (receiver.Messages.Count, second.Id, second.Body));
        Assert.NotEqual(first.Timestamp, second.Timestamp);
        Assert.All(receiver.Messages, m => Assert.Equal(WebhookSignature.Of(secret, m.Id, m.Timestamp, m.Body), m.Signature));
        Assert.Equal((DeliveryState.Delivered, 2, 204, null), (await DeliveriesAsync(house, webhook)).Select(d => (d.State, d.Attempts, d.Status, d.Error)).Single());

        var body = JsonDocument.Parse(second.Body).RootElement;
        Assert.Equal(("directory.organisation.created", organisation.ToString(), "/api/v1/organisations/" + organisation),
            (body.GetProperty("type").GetString(), body.GetProperty("data").GetProperty("ids")[0].GetString(), body.GetProperty("data").GetProperty("urls")[0].GetString()));
        Assert.DoesNotContain("Brackwater", second.Body, StringComparison.Ordinal);

        await house.InAsync(s => s.GetRequiredService<WebhookBoard>().SendAgainAsync(webhook, Guid.Parse(second.Id["msg_".Length..]), Viewer.System, default));
        Assert.Equal(1, await RunAsync(house));
        Assert.Equal((3, second.Id), (receiver.Messages.Count, receiver.Messages.Last().Id));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_workers_deliver_each_message_once(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.OK);
        await RegisterAsync(house, receiver.Address);
        for (var i = 0; i < 12; i++)
        {
            await AddAsync(house, "University " + i);
            await SealAsync(house);
        }

        await using var other = TestHouse.Services(house.Connection, house.Clock, services => Allow(services, allows: true));
        await Task.WhenAll(RunAsync(house), other.GetRequiredService<JobRunner>().RunDueAsync(default));
        Assert.Equal(12, receiver.Messages.Count);
        Assert.Equal(12, receiver.Messages.Select(m => m.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(12, receiver.Messages.SelectMany(m => JsonDocument.Parse(m.Body).RootElement.GetProperty("data").GetProperty("ids").EnumerateArray().Select(i => i.GetString())).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Nothing_is_told_of_what_the_owner_may_not_see_or_to_one_who_is_locked(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.OK);
        await RegisterAsync(house, receiver.Address, BuiltInRole.Operator);
        await AddAsync(house, "Brackwater");
        await TellAsync(house);
        Assert.Empty(receiver.Messages);

        await RegisterAsync(house, receiver.Address, BuiltInRole.Coordinator, "tang@example.edu");
        await AddAsync(house, "Ashby");
        await TellAsync(house);
        Assert.Single(receiver.Messages);
        await house.InAsync(async s => await TestAccounts.LockAsync(s, await TestAccounts.FindAsync(s, "tang@example.edu"), isLocked: true));
        await AddAsync(house, "Corby");
        await TellAsync(house);
        Assert.Single(receiver.Messages);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task After_many_failures_it_stops_tells_its_owner_and_continues_with_what_was_kept(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.BadGateway);
        var (webhook, _) = await RegisterAsync(house, receiver.Address);
        for (var i = 0; i < 4; i++)
        {
            await AddAsync(house, "University " + i);
            await TellAsync(house);
        }

        for (var i = 0; i < 12; i++)
        {
            house.Clock.Move(Duration.FromHours(6));
            await RunAsync(house);
        }

        Assert.Equal(Webhook.MostFailures, receiver.Messages.Count);
        Assert.Equal(4, (await DeliveriesAsync(house, webhook)).Count(d => d.State is DeliveryState.Held));
        var viewer = await house.InAsync(async s => Viewer.Of((await TestAccounts.FindAsync(s, "keeper@example.edu")).Value, null, "", []));
        var desk = await house.InAsync(async s =>
        {
            var lines = new List<DeskLine>();
            foreach (var source in s.GetServices<IDeskSource>()) lines.AddRange(await source.WaitingAsync(viewer, default));
            return lines;
        }, viewer);
        Assert.Equal($"/webhooks/{webhook}", Assert.Single(desk).Address);

        receiver.Answers.Clear();
        Assert.True(await house.InAsync(s => s.GetRequiredService<WebhookBoard>().ContinueAsync(webhook, viewer, default)));
        await RunAsync(house);
        Assert.Equal(4, receiver.Messages.Count(m => m.Answered == HttpStatusCode.NoContent));
        Assert.All(await DeliveriesAsync(house, webhook), d => Assert.Equal(DeliveryState.Delivered, d.State));
    }

    [Fact]
    public async Task A_name_that_leads_into_the_house_is_not_connected_to()
    {
        await using var house = await OpenAsync(Engine.Sqlite, allows: false);
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.OK);
        var (webhook, _) = await RegisterAsync(house, new Uri($"https://localhost:{receiver.Address.Port}/hook"));
        await AddAsync(house, "Brackwater");
        await TellAsync(house);
        Assert.Contains("private network", (await DeliveriesAsync(house, webhook)).Single().Error, StringComparison.Ordinal);
        Assert.Empty(receiver.Messages);
    }

    [Fact]
    public async Task Without_a_webhook_nothing_is_left_to_do()
    {
        await using var house = await OpenAsync(Engine.Sqlite);
        await AddAsync(house, "Brackwater");
        await SealAsync(house);
        Assert.Equal(0, await RunAsync(house));
    }

    private static Task<TestHouse> OpenAsync(Engine engine, bool allows = true) => TestHouse.OpenAsync(engine, services => Allow(services, allows));

    private static void Allow(IServiceCollection services, bool allows) => services.AddSingleton(provider =>
        EntenteSettings.Read(provider.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()) with { WebhooksAllowPrivate = allows });

    private static async Task<(Id<WebhookTag> Id, string Secret)> RegisterAsync(TestHouse house, Uri address, string role = BuiltInRole.Coordinator, string email = "keeper@example.edu")
    {
        var account = await house.InAsync(s => TestAccounts.OpenAsync(s, email, "Keeper", null, role, null));
        return await house.InAsync(s => s.GetRequiredService<WebhookBoard>().AddAsync(address, ["directory.organisation"], Viewer.Of(account.Value, null, "", []), default));
    }

    private static Task<OrganisationId> AddAsync(TestHouse house, string name) => house.InAsync(async s =>
    {
        var id = s.GetRequiredService<IOrganisations>().Add(new(new LocalizedText(name, ""), "FR", LocalizedText.Empty));
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return id;
    });

    private static Task<int> SealAsync(TestHouse house) => house.Root.GetRequiredService<LogSealer>().SealAsync(default);

    private static Task<int> RunAsync(TestHouse house) => house.Root.GetRequiredService<JobRunner>().RunDueAsync(default);

    private static async Task TellAsync(TestHouse house)
    {
        await SealAsync(house);
        await RunAsync(house);
    }

    private static Task<List<DeliveryLine>> DeliveriesAsync(TestHouse house, Id<WebhookTag> webhook) =>
        house.InAsync(s => s.GetRequiredService<WebhookBoard>().Deliveries(webhook).ToListAsync());
}
