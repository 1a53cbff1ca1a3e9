using Entente.Foundation.Access;
using Entente.Testing;
using Microsoft.Extensions.Configuration;

namespace Entente.Foundation.Tests.Settings;

/// <summary>What a reverse proxy says about who asked counts only where the settings name the proxy.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("127.0.0.1, 10.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", false)]
    public async Task Only_a_named_proxy_is_believed(string? proxies, bool believed)
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, builder => builder.Configuration["Entente:Proxies"] = proxies);
        using var browser = host.Browser();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var answer = await browser.GetAsync("/sign-in");
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Equal(believed, cookie.Contains("secure", StringComparison.Ordinal)));

        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        operators.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(!believed, (await operators.PageAsync("/operate")).Contains("A proxy at 127.0.0.1 says who asks", StringComparison.Ordinal));
    }
}
