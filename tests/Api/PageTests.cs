using System.Net;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Testing;

namespace Entente.Api.Tests;

/// <summary>The pages of tokens and webhooks.</summary>
public sealed partial class PageTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_token_is_made_shown_once_used_and_revoked(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = await host.SignedInAsync(BuiltInRole.Coordinator);
        var refused = await browser.SendAsync("/account/tokens", null, ("name", ""), ("until", "2028-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(3, FieldError().Count(refused.Body));
        var past = await browser.SendAsync("/account/tokens", null, ("name", "Statistics"), ("directory:read", "true"), ("until", "2026-03-12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.Status);

        var made = await browser.SendAsync("/account/tokens", null, ("name", "Statistics"), ("directory:read", "true"), ("until", "2026-03-13"));
        Assert.Equal((HttpStatusCode.SeeOther, "/account/tokens"), (made.Status, made.Location));
        var page = await browser.PageAsync("/account/tokens");
        var token = Shown().Match(page).Groups["secret"].Value;
        Assert.DoesNotContain(token, await browser.PageAsync("/account/tokens"), StringComparison.Ordinal);

        using var program = host.Browser();
        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        await program.PageAsync("/api/v1/organisations");

        // Another account does not see it; whoever runs the installation does.
        using var other = await host.SignedInAsync(BuiltInRole.Dean);
        Assert.DoesNotContain("Statistics", await other.PageAsync("/account/tokens"), StringComparison.Ordinal);
        var revoke = RevokeAddress().Match(page).Value;
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync("/account/tokens", revoke)).Status);
        using var runs = await host.SignedInAsync(BuiltInRole.Operator);
        Assert.Contains("Statistics", await runs.PageAsync("/tokens"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/account/tokens", revoke)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/organisations")).Status);

        // It holds through its last day and not a moment longer.
        await browser.SendAsync("/account/tokens", null, ("name", "Second"), ("directory:read", "true"), ("until", "2026-03-13"));
        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", Shown().Match(await browser.PageAsync("/account/tokens")).Groups["secret"].Value);
        host.Clock.Set(NodaTime.Instant.FromUtc(2026, 3, 13, 15, 59, 59));
        await program.PageAsync("/api/v1/organisations");
        host.Clock.Move(NodaTime.Duration.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/organisations")).Status);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_webhook_is_registered_only_to_the_outside_and_seen_by_its_owner(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = await host.SignedInAsync(BuiltInRole.Coordinator);
        foreach (var wrong in new[] { "", "hooks.example.edu", "http://hooks.example.edu/", "https://127.0.0.1/", "https://10.0.0.8/", "https://169.254.169.254/" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/webhooks", null, ("address", wrong), ("partners.agreement", "true"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/webhooks", null, ("address", "https://hooks.example.edu/"))).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/webhooks", null, ("address", "https://hooks.example.edu/e"), ("partners.agreement", "true"))).Status);
        var page = await browser.PageAsync("/webhooks");
        var secret = Shown().Match(page).Groups["secret"].Value;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await browser.PageAsync("/webhooks"), StringComparison.Ordinal);
        var one = WebhookAddress().Match(page).Groups["address"].Value;
        Assert.Contains("https://hooks.example.edu/e", await browser.PageAsync(one), StringComparison.Ordinal);

        using var other = await host.SignedInAsync(BuiltInRole.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(one)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync("/webhooks", one + "/remove")).Status);
        Assert.Equal(one, (await browser.SendAsync("/webhooks", one + "/stop")).Location);
        Assert.Equal(one, (await browser.SendAsync("/webhooks", one + "/continue")).Location);
        Assert.Equal("/webhooks", (await browser.SendAsync("/webhooks", one + "/remove")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(one)).Status);
    }

    [GeneratedRegex("<code class=\"link-shown\">(?<secret>[^<]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex("/account/tokens/[0-9a-f]{32}/revoke", RegexOptions.None, 1000)]
    private static partial Regex RevokeAddress();

    [GeneratedRegex("href=\"(?<address>/webhooks/[0-9a-f]{32})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WebhookAddress();

    [GeneratedRegex("class=\"field-error\"", RegexOptions.None, 1000)]
    private static partial Regex FieldError();
}
