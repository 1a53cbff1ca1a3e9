using System.Net;
using Entente.Foundation.Access;
using Entente.Testing;

namespace Entente.Directory.Tests.Accounts;

public sealed class SignInTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_person_signs_in_sees_a_page_and_signs_out(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        await host.AccountAsync("lin@example.edu", BuiltInRole.Coordinator);
        using var browser = host.Browser();

        var before = await browser.GetAsync("/organisations?q=x");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?return=%2Forganisations%3Fq%3Dx"), (before.Status, before.Location));

        var entered = await browser.SendAsync("/sign-in?return=%2Forganisations", "/sign-in",
            ("email", "Lin@Example.edu"), ("password", RunningHost.Password), ("return", "/organisations"));
        Assert.Equal((HttpStatusCode.SeeOther, "/organisations"), (entered.Status, entered.Location));
        Assert.Contains("<h1", await browser.PageAsync("/organisations"), StringComparison.Ordinal);

        var left = await browser.SendAsync("/organisations", "/sign-out");
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in"), (left.Status, left.Location));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/organisations")).Status);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_wrong_password_and_an_unknown_address_are_answered_alike_and_the_address_is_kept(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        await host.AccountAsync("lin@example.edu", BuiltInRole.Coordinator);
        using var browser = host.Browser();

        var wrong = await browser.SendAsync("/sign-in", null, ("email", "lin@example.edu"), ("password", "not the password"));
        var unknown = await browser.SendAsync("/sign-in", null, ("email", "abc@example.edu"), ("password", "not the password"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.Status, unknown.Status));
        Assert.Contains("value=\"lin@example.edu\"", wrong.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("not the password", wrong.Body, StringComparison.Ordinal);
        Assert.Equal(Plain(wrong.Body, "lin"), Plain(unknown.Body, "abc"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        await host.AccountAsync("lin@example.edu", BuiltInRole.Coordinator);
        using var browser = host.Browser();

        var answer = await browser.PostAsync("/sign-in", ("email", "lin@example.edu"), ("password", RunningHost.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("https://evil.example/", "/desk")]
    [InlineData("//evil.example/", "/desk")]
    [InlineData("/\\evil.example/", "/desk")]
    [InlineData("/a\r\nSet-Cookie: x=1", "/desk")]
    [InlineData("/sign-out", "/desk")]
    [InlineData("", "/desk")]
    [InlineData("/agreements?sort=-name", "/agreements?sort=-name")]
    public void Signing_in_leads_only_to_paths_of_this_host(string asked, string expected) =>
        Assert.Equal(expected, Directory.Accounts.ReturnAddress.Safe(asked));

    private static string Plain(string html, string address) => System.Text.RegularExpressions.Regex
        .Replace(html.Replace(address + "@", "", StringComparison.Ordinal), "value=\"CfDJ[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
