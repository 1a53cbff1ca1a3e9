using System.Net;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Accounts;

public sealed class LinkPersonTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_operator_says_whose_account_it_is_and_both_pages_show_it_to_those_who_may(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        using var coordinator = await host.SignedInAsync();
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        var account = await host.AccountAsync("anna@example.edu", BuiltInRole.Reader, name: "Anna Berg");
        var second = await host.AccountAsync("a.berg@example.edu", BuiltInRole.Reader, name: "Anna Berg");
        var record = (await coordinator.SendAsync("/people/new", null, ("family", "Berg"), ("given", "Anna"), ("order", "given"), ("email", "anna@example.edu"))).Location!;
        var key = record["/people/".Length..];
        var page = $"/accounts/{account}";

        await host.AccountAsync("roleless@example.edu");
        Assert.Contains("roleless@example.edu", await operators.PageAsync("/accounts"), StringComparison.Ordinal);
        var withRole = await operators.PageAsync("/accounts?role=some");
        Assert.Contains("anna@example.edu", withRole, StringComparison.Ordinal);
        Assert.DoesNotContain("roleless@example.edu", withRole, StringComparison.Ordinal);

        // Proposed with its reasons, linked by nobody.
        var shown = await operators.PageAsync(page);
        Assert.Contains("May be Anna Berg: same e-mail address, same name in Latin letters.", shown, StringComparison.Ordinal);
        Assert.Null(await PersonOfAsync(account));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.SendAsync(record, page + "/person", ("person", key))).Status);
        Assert.Contains("Anna Berg", (await operators.SendAsync(page, page + "/person", ("person-find", "berg"), ("find", "person"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await operators.SendAsync(page, page + "/person", ("person", Guid.CreateVersion7().ToString("N")))).Status);
        Assert.Equal((HttpStatusCode.SeeOther, page), Seen(await operators.SendAsync(page, page + "/person", ("person", key))));
        Assert.Equal(key, (await PersonOfAsync(account)).ToString());

        // The operator sees the name, the coordinator reaches the record and from there the account; a reader sees no account of another.
        Assert.DoesNotContain($"href=\"{record}\"", await operators.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains($"href=\"{record}\"", await coordinator.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains($"href=\"{page}\"", await coordinator.PageAsync(record), StringComparison.Ordinal);
        Assert.DoesNotContain(page, await reader.PageAsync(record), StringComparison.Ordinal);
        using var anna = host.Browser();
        await anna.SignInAsync("anna@example.edu", RunningHost.Password);
        Assert.Contains($"href=\"{record}\"", await anna.PageAsync("/account"), StringComparison.Ordinal);
        Assert.Contains("<dd><a href=\"/account\">anna@example.edu</a>", await anna.PageAsync(record), StringComparison.Ordinal);

        // One open account a person; a linked one is unlinked first.
        var taken = await operators.SendAsync($"/accounts/{second}", $"/accounts/{second}/person", ("person", key));
        Assert.Contains("Another open account belongs to this person", taken.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("May be Anna Berg", await operators.PageAsync($"/accounts/{second}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync(page, page + "/person/unlink")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await operators.SendAsync(page, page + "/person/unlink")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync($"/accounts/{second}", $"/accounts/{second}/person", ("person", key))).Status);
        Assert.Null(await PersonOfAsync(account));

        Task<PersonId?> PersonOfAsync(AccountId id) => host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Account>().ViewerNamed().Where(a => a.Id == id).Select(a => a.PersonId).SingleAsync());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_language_chosen_is_kept_with_the_account_and_mails_are_written_in_it(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        var account = await host.AccountAsync("lin@example.edu", BuiltInRole.Reader);
        using TestBrowser lin = host.Browser(), phone = host.Browser();
        await lin.SignInAsync("lin@example.edu", RunningHost.Password);

        var wrong = await lin.SendAsync("/account", "/account/language", ("language", "tlh"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("/account?done=language", (await lin.SendAsync("/account", "/account/language", ("language", "zh-Hans"))).Location);
        Assert.Contains("我的账号", await lin.PageAsync("/account"), StringComparison.Ordinal);
        await phone.SignInAsync("lin@example.edu", RunningHost.Password);
        Assert.Contains("我的账号", await phone.PageAsync("/account"), StringComparison.Ordinal);

        // The operator reads English; the mail is for its reader.
        await operators.SendAsync($"/accounts/{account}", $"/accounts/{account}/reset");
        var mail = await host.InAsync(async s =>
        {
            var board = s.GetRequiredService<MailBoard>();
            return await board.FindAsync((await board.Lines(null, "").SingleAsync()).Id, CancellationToken.None);
        });
        Assert.Equal("zh-Hans", mail!.Language);
        Assert.Contains("密码", mail.Line.Subject, StringComparison.Ordinal);

        await lin.SendAsync("/account", "/account/language", ("language", ""));
        Assert.Contains("My account", await lin.PageAsync("/account"), StringComparison.Ordinal);
    }

    private static (HttpStatusCode, string?) Seen(Answer answer) => (answer.Status, answer.Location);
}
