using Entente.Testing;

namespace Entente.Partners.Tests.Papers;

public sealed class IssuerNameTests
{
    [Theory]
    [InlineData("zh-CN", "唐沅", "提名")]
    [InlineData("en", "Yuan Tang", "Nominations")]
    public async Task The_register_calls_issuers_as_they_are_called_in_its_language_and_templates_are_named_in_both(string language, string issuer, string template)
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, demo: true);
        using var office = host.Browser(language);
        await office.SignInAsync("shen.ruolan@qinghe.example", "clear-river-2026");
        Assert.Contains($"<span>{issuer}</span>", System.Net.WebUtility.HtmlDecode(await office.PageAsync("/documents")), StringComparison.Ordinal);
        Assert.Contains(template, System.Net.WebUtility.HtmlDecode(await office.PageAsync("/letters/templates")), StringComparison.Ordinal);
    }
}
