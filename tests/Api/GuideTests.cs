using System.Net;
using Entente.Testing;

namespace Entente.Api.Tests;

public sealed class GuideTests
{
    [Theory]
    [InlineData("en", "For developers")]
    [InlineData("zh-CN", "开发者说明")]
    public async Task The_page_for_developers_names_every_list_and_is_open_to_all(string language, string title)
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        using var anybody = host.Browser(language);
        var page = WebUtility.HtmlDecode(await anybody.PageAsync("/api"));
        Assert.Contains(title, page, StringComparison.Ordinal);
        foreach (var said in new[] { "/api/v1/agreements", "/api/v1/organisations", "/api/v1/obligations", "partners:read", "updatedSince", "PUT /api/v1/agreements", "600", "200", "/openapi/v1.json", "/account/tokens", "/webhooks" })
            Assert.Contains(said, page, StringComparison.Ordinal);
    }
}
