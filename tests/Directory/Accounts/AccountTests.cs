using System.Net;
using System.Text.RegularExpressions;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Accounts;

public sealed class AccountTests
{
    private const string Fresh = "seven quiet lakes north";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_invitation_opens_one_account_once_and_not_after_its_time(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        using var coordinator = await host.SignedInAsync(BuiltInRole.Coordinator, "SCH");
        var school = await host.InAsync(s => TestAccounts.UnitAsync(s, "SCH"));
        var top = await host.InAsync(s => TestAccounts.UnitAsync(s));

        var much = await coordinator.SendAsync("/accounts/invite", null, ("email", "a@example.edu"), ("name", "A"), ("role", BuiltInRole.Dean), ("unit", school.ToString()));
        Assert.Contains("You may invite readers", much.Body, StringComparison.Ordinal);
        var foreign = await coordinator.SendAsync("/accounts/invite", null, ("email", "a@example.edu"), ("name", "A"), ("role", BuiltInRole.Reader), ("unit", top.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.Status);
        Assert.Contains("value=\"a@example.edu\"", foreign.Body, StringComparison.Ordinal);

        var first = await InviteAsync(operators, "zhao@example.edu", BuiltInRole.Head, school);
        Assert.Contains("zhao@example.edu", await coordinator.PageAsync("/accounts"), StringComparison.Ordinal);
        var resend = Regex.Match(await operators.PageAsync("/accounts"), "/accounts/invitations/[0-9a-f]+/resend", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        // Whoever may not give the role does not get its link.
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.SendAsync("/accounts", resend)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync("/accounts", resend)).Status);
        var link = LinkOn(await operators.PageAsync("/accounts"));
        Assert.DoesNotContain("data-made-link", await operators.PageAsync("/accounts"), StringComparison.Ordinal);

        using var guest = host.Browser();
        Assert.Equal(HttpStatusCode.Gone, (await guest.GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/invitation/" + new string('A', 43))).Status);
        await guest.PageAsync(link);
        var weak = await guest.SendAsync(link, null, ("name", "Zhao"), ("password", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.Status);
        Assert.DoesNotContain("\"short\"", weak.Body, StringComparison.Ordinal);
        Assert.Equal("/desk", (await guest.SendAsync(link, null, ("name", "Zhao Min"), ("password", Fresh))).Location);
        Assert.Contains("Head of department", await guest.PageAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await guest.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await guest.PostAsync(link, ("__RequestVerificationToken", TestBrowser.TokenIn(await guest.PageAsync("/account"))), ("name", "B"), ("password", Fresh))).Status);

        var late = await InviteAsync(operators, "late@example.edu", BuiltInRole.Reader, school);
        host.Clock.Move(AccountLink.InvitationLives);
        Assert.Equal(HttpStatusCode.Gone, (await guest.GetAsync(late)).Status);
        var grants = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<RoleGrant>().Where(g => g.Role == BuiltInRole.Head).Select(g => g.UnitId).ToListAsync());
        Assert.Equal([school], grants);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_forgotten_password_is_set_by_a_link_once_and_every_session_ends(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var account = await host.AccountAsync("lin@example.edu", BuiltInRole.Reader);
        using var before = host.Browser();
        await before.SignInAsync("lin@example.edu", RunningHost.Password);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        using var guest = host.Browser();

        var known = await guest.SendAsync("/forgotten", null, ("email", "lin@example.edu"));
        var unknown = await guest.SendAsync("/forgotten", null, ("email", "nobody@example.edu"));
        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.Equal(1, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<AccountLink>().CountAsync()));

        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync($"/accounts/{account}", $"/accounts/{account}/reset")).Status);
        var link = LinkOn(await operators.PageAsync("/accounts"));
        await guest.PageAsync(link);
        Assert.Equal("/sign-in?done=reset", (await guest.SendAsync(link, null, ("password", Fresh))).Location);
        Assert.Equal(HttpStatusCode.Gone, (await guest.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/account")).Status);
        await guest.SignInAsync("lin@example.edu", Fresh);

        var wrong = await guest.SendAsync("/account", "/account/password", ("current", "not this one"), ("password", RunningHost.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("/account?done=password", (await guest.SendAsync("/account", "/account/password", ("current", Fresh), ("password", RunningHost.Password))).Location);
        await guest.PageAsync("/account");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Sessions_are_seen_and_ended_and_a_locked_or_ended_account_is_out_at_once(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var account = await host.AccountAsync("lin@example.edu", BuiltInRole.Reader);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        using TestBrowser desk = host.Browser(), phone = host.Browser();
        await desk.SignInAsync("lin@example.edu", RunningHost.Password);
        await phone.SignInAsync("lin@example.edu", RunningHost.Password);

        var other = Regex.Matches(await desk.PageAsync("/account"), "/account/sessions/[0-9a-f]{32}/end", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.Equal(2, other.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await operators.SendAsync("/account", other[1].Value)).Status);
        Assert.Equal("/account?done=sessions", (await desk.SendAsync("/account", other[1].Value)).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/account")).Status);
        await phone.SignInAsync("lin@example.edu", RunningHost.Password);
        await desk.SendAsync("/account", "/account/sessions/end-others");
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/account")).Status);
        await desk.PageAsync("/account");

        var page = $"/accounts/{account}";
        await operators.SendAsync(page, page + "/lock");
        Assert.Equal(HttpStatusCode.Redirect, (await desk.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.SendAsync("/sign-in", null, ("email", "lin@example.edu"), ("password", RunningHost.Password))).Status);
        await operators.SendAsync(page, page + "/unlock");
        await desk.SignInAsync("lin@example.edu", RunningHost.Password);
        await operators.SendAsync(page, page + "/end");
        Assert.Equal(HttpStatusCode.Redirect, (await desk.GetAsync("/account")).Status);
        Assert.Contains("ended", await operators.PageAsync("/accounts?state=ended"), StringComparison.Ordinal);
        await operators.SendAsync(page, page + "/reopen");
        await desk.SignInAsync("lin@example.edu", RunningHost.Password);

        var own = Regex.Match(await operators.PageAsync("/accounts"), "/accounts/[0-9a-f]{32}\"[^>]*>operator", RegexOptions.None, TimeSpan.FromSeconds(1)).Value.Split('"')[0];
        Assert.Equal(HttpStatusCode.NotFound, (await operators.SendAsync(own, own + "/lock")).Status);
        var grant = Regex.Match(await operators.PageAsync(own), "/accounts/[0-9a-f]+/roles/[0-9a-f]+/end", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var last = await operators.SendAsync(own, grant);
        Assert.Contains("Nobody else could manage accounts", last.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Roles_are_granted_and_ended_and_lent_for_a_while_and_the_log_says_for_whom(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var reader = await host.AccountAsync("lin@example.edu", BuiltInRole.Reader);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        var lender = await host.AccountAsync("zhao@example.edu", BuiltInRole.Coordinator);
        using TestBrowser coordinator = host.Browser(), lin = host.Browser();
        await coordinator.SignInAsync("zhao@example.edu", RunningHost.Password);
        await lin.SignInAsync("lin@example.edu", RunningHost.Password);
        var top = (await host.InAsync(s => TestAccounts.UnitAsync(s))).ToString();

        var page = $"/accounts/{reader}";
        (string, string)[] head = [("role", BuiltInRole.Head), ("unit", top), ("from", "2026-03-12"), ("to", "2026-04-30")];
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync(page, page + "/roles", head)).Status);
        Assert.Contains("in that time already", (await operators.SendAsync(page, page + "/roles", head)).Body, StringComparison.Ordinal);
        Assert.Contains("Head of department", await lin.PageAsync("/account"), StringComparison.Ordinal);
        var end = Regex.Match(await operators.PageAsync(page), "/accounts/[0-9a-f]+/roles/[0-9a-f]+/end", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        await operators.SendAsync(page, end);
        Assert.Equal(HttpStatusCode.NotFound, (await lin.GetAsync("/people/new")).Status);

        (string, string)[] Lent(string role, string from, string to) =>
            [("role", role), ("unit", top), ("email", "lin@example.edu"), ("from", from), ("to", to), ("reason", "on leave")];
        Assert.Contains("cannot begin before today", (await coordinator.SendAsync("/account/delegation", null, Lent(BuiltInRole.Coordinator, "2026-03-11", "2026-03-20"))).Body, StringComparison.Ordinal);
        Assert.Contains("do not hold this role", (await coordinator.SendAsync("/account/delegation", null, Lent(BuiltInRole.Dean, "2026-03-12", "2026-03-20"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.SendAsync("/account/delegation", null, Lent(BuiltInRole.Coordinator, "2026-03-12", "2026-03-20"))).Status);
        Assert.Contains("overlap", (await coordinator.SendAsync("/account/delegation", null, Lent(BuiltInRole.Coordinator, "2026-03-15", "2026-03-25"))).Body, StringComparison.Ordinal);
        Assert.Contains("on leave", await lin.PageAsync("/account/delegation"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await lin.SendAsync("/people/new", null, ("family", "Berg"), ("given", "Anna"))).Status);
        var logged = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Foundation.Log.LogEntry>().Where(l => l.Kind == "directory_person").SingleAsync());
        Assert.Equal((reader.Value, lender.Value), (logged.Actor!.Value, logged.OnBehalfOf!.Value));

        var give = Regex.Match(await lin.PageAsync("/account/delegation"), "/account/delegation/[0-9a-f]+/end", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal(HttpStatusCode.NotFound, (await operators.SendAsync("/account", give)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await lin.SendAsync("/account/delegation", give)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lin.GetAsync("/people/new")).Status);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Units_make_a_tree_without_circles(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        var top = (await host.InAsync(s => TestAccounts.UnitAsync(s))).ToString();
        (string, string)[] Of(string code, string parent) => [("name-en", "Unit " + code), ("name-zh", "单位" + code), ("code", code), ("kind", "School"), ("parent", parent)];
        async Task<string> IdAsync(string code) => (await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Unit>().Where(u => u.Code == code).Select(u => u.Id).SingleAsync())).ToString();

        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync("/units", null, Of("ENV", top))).Status);
        var school = await IdAsync("ENV");
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync("/units", null, Of("AIR", school))).Status);
        var department = await IdAsync("AIR");
        Assert.Contains("already has this code", (await operators.SendAsync("/units", null, Of("air", school))).Body, StringComparison.Ordinal);
        Assert.Contains("below it", (await operators.SendAsync("/units/" + school, null, Of("ENV", department))).Body, StringComparison.Ordinal);
        Assert.Contains("below it", (await operators.SendAsync("/units/" + school, null, Of("ENV", school))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync("/units/" + department, null, Of("ATM", top))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync("/units/" + department, null, Of("ATM", school))).Status);
        Assert.Contains("End the units below", (await operators.SendAsync("/units/" + school, $"/units/{school}/end")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync("/units/" + department, $"/units/{department}/end")).Status);
        Assert.Contains("ended on 12 Mar 2026", await operators.PageAsync("/units"), StringComparison.Ordinal);
        Assert.Contains("cannot end", (await operators.SendAsync("/units/" + top, $"/units/{top}/end")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_are_held_back_with_a_page_and_an_open_passkey_challenge_is_nobody()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, builder => builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Entente:Limits:Reset"] = "2", ["Entente:Limits:SignIn"] = "3", ["Entente:Limits:Check"] = "2" }));
        using var browser = host.Browser("zh-CN");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/forgotten", null, ("email", "a@example.edu"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/forgotten", null, ("email", "a@example.edu"))).Status);
        var held = await browser.SendAsync("/forgotten", null, ("email", "a@example.edu"));
        Assert.Equal(HttpStatusCode.TooManyRequests, held.Status);
        Assert.Contains("操作过于频繁", held.Body, StringComparison.Ordinal);
        Assert.NotNull(held.Headers.RetryAfter);
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/check/guess")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.GetAsync("/check/guess")).Status);

        var options = await browser.SendAsync("/sign-in", "/sign-in/passkey/options");
        Assert.Contains("challenge", options.Body, StringComparison.Ordinal);
        await browser.PageAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/sign-in", "/sign-in/passkey", ("credential", "{}"))).Status);
    }

    private static async Task<string> InviteAsync(TestBrowser browser, string email, string role, UnitId unit)
    {
        var made = await browser.SendAsync("/accounts/invite", null, ("email", email), ("name", "Zhao"), ("role", role), ("unit", unit.ToString()));
        Assert.Equal((HttpStatusCode.SeeOther, "/accounts"), (made.Status, made.Location));
        return LinkOn(await browser.PageAsync("/accounts"));
    }

    private static string LinkOn(string page) =>
        Regex.Match(page, "value=\"http://[^/]+(?<path>/[a-z]+/[^\"]+)\" data-made-link", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["path"].Value;
}
