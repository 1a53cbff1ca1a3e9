using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Databases.Tests;

/// <summary>The lists of the foundation and the directory take as many statements for one record as for twenty-five.</summary>
public sealed class ListStatementsTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Lists_of_the_office(Engine engine)
    {
        var statements = new Statements();
        await using var host = await statements.HostAsync(engine);
        using var browser = await host.SignedInAsync(BuiltInRole.Coordinator);
        string[] pages = ["/people", "/people?q=Person", "/people?sort=-name", "/organisations", "/organisations?q=Institute", "/organisations?sort=-name", "/search?q=Institute", "/imports"];
        await AddAsync(host, 0, 1);
        var one = await statements.OfPagesAsync(browser, pages);
        await AddAsync(host, 1, 24);

        Assert.Equal(one, await statements.OfPagesAsync(browser, pages));
        Assert.Contains("Institute 24", await browser.PageAsync("/organisations"), StringComparison.Ordinal);
        Assert.Contains("Person24", await browser.PageAsync("/people"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Lists_of_the_operator(Engine engine)
    {
        var statements = new Statements();
        await using var host = await statements.HostAsync(engine);
        using var browser = await host.SignedInAsync(BuiltInRole.Operator);
        string[] pages = ["/operate/jobs", "/operate/mail", "/operate/mail?q=Letter", "/log", "/log?kind=directory_organisation", "/accounts", "/units"];
        await AddAsync(host, 0, 1);
        var one = await statements.OfPagesAsync(browser, pages);
        await AddAsync(host, 1, 24);

        Assert.Equal(one, await statements.OfPagesAsync(browser, pages));
        Assert.Contains("Letter 24", await browser.PageAsync("/operate/mail"), StringComparison.Ordinal);
    }

    private static async Task AddAsync(RunningHost host, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            var number = i;
            await host.InAsync(async s =>
            {
                var organisation = s.GetRequiredService<IOrganisations>().Add(new(new("Institute " + number, "研究所" + number), "NL", new("Delft", "代尔夫特")));
                s.GetRequiredService<IPersons>().Add(new(new("Person" + number, "Ming", false, "明" + number), $"person{number}@example.org", organisation, "Professor", "test"));
                await s.GetRequiredService<IMailbox>().SendAsync(
                    new(MailTo.At($"to{number}@example.org"), "Letter " + number, new MailBody("x", "<p>x</p>"), Language.English, "letter-" + number), CancellationToken.None);
                await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            });
            await host.AccountAsync($"account{number}@example.edu", BuiltInRole.Reader);
        }
    }
}
