using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Tests.Roster;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests;

/// <summary>A page takes as many statements for much as for little: lists and records of the directory, over HTTP.</summary>
public sealed class StatementCountTests
{
    private const int Many = 12;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Lists_and_records_of_people_and_organisations_take_as_many_for_many_as_for_one(Engine engine)
    {
        var statements = new Statements();
        await using var host = await StartAsync(engine, statements);
        using var browser = await host.SignedInAsync();
        var (person, organisation) = await host.InAsync(s => AddAsync(s, 0));
        string[] pages = ["/people", "/people?distinction=Prize&country=SE", $"/people/{person}", $"/people/{person}/edit", "/people/duplicates", "/organisations", $"/organisations/{organisation}", "/accounts"];
        await DetailAsync(host, person, organisation, 1);
        var one = await CountsAsync(browser, statements, pages);

        for (var i = 1; i <= Many; i++) await host.InAsync(s => AddAsync(s, i));
        await DetailAsync(host, person, organisation, Many);
        for (var i = 0; i < Many; i++) await host.AccountAsync($"reader{i}@example.edu", BuiltInRole.Reader);
        Assert.Equal(one, await CountsAsync(browser, statements, pages));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Pages_of_accounts_units_and_the_roster_take_as_many_for_many_as_for_one(Engine engine)
    {
        var statements = new Statements();
        await using var host = await StartAsync(engine, statements);
        using var browser = await host.SignedInAsync(BuiltInRole.Operator);
        var account = await host.AccountAsync("lin@example.edu", BuiltInRole.Reader);
        await host.TakeAsync(RosterScene.Csv("units.csv", RosterScene.UnitTable), RosterScene.People("1001,安然,,教职工,WAT,,在职,,"));
        var run = await host.TakeAsync(RosterScene.People("1001,安然,,教职工,AIR,,在职,,"));
        string[] pages = ["/accounts", $"/accounts/{account}", "/units", "/roster", $"/roster/{run.Id}"];
        var one = await CountsAsync(browser, statements, pages);

        for (var i = 0; i < Many; i++)
        {
            await host.InAsync(async s => await TestAccounts.GrantAsync(s, await TestAccounts.OpenAsync(s, $"a{i}@example.edu", "A" + i, null, BuiltInRole.Head, "U" + i), BuiltInRole.Dean, await TestAccounts.UnitAsync(s)));
            await host.InAsync(async s => await TestAccounts.GrantAsync(s, account, BuiltInRole.Head, await TestAccounts.UnitAsync(s, "U" + i)));
        }

        var many = await host.TakeAsync(RosterScene.People([.. Enumerable.Range(0, Many).Select(i => $"{2000 + i},安然{i},,教职工,WAT,,在职,,").Append("1001,安然,,教职工,WAT,,在职,,")]));
        Assert.Equal(one, await CountsAsync(browser, statements, [.. pages[..^1], $"/roster/{many.Id}"]));
    }

    /// <summary>A host in which nothing works but the requests, so that every statement is a page's.</summary>
    private static Task<RunningHost> StartAsync(Engine engine, Statements statements) => RunningHost.StartAsync(engine, builder =>
    {
        builder.Services.WithoutWorkers();
        builder.Services.ConfigureDbContext<AppDbContext>(o => o.AddInterceptors(statements));
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Entente:Roster:Issuer", (string?)RosterScene.Issuer)]);
    });

    private static async Task<List<string>> CountsAsync(TestBrowser browser, Statements statements, string[] pages)
    {
        var counts = new List<string>();
        foreach (var page in pages)
        {
            await browser.PageAsync(page);
            browser.LetChangesSettle();
            counts.Add($"{page.Split('/')[1]} {await statements.OfAsync(() => browser.PageAsync(page))}");
        }

        return counts;
    }

    private static async Task<(PersonId Person, OrganisationId Organisation)> AddAsync(IServiceProvider services, int number)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var organisation = services.GetRequiredService<IOrganisations>().Add(new(new($"Lake University {number}", $"湖大学{number}"), "SE", new("Lake", "湖")));
        var person = services.GetRequiredService<IPersons>().Add(new(new PersonNameParts("Berg" + number, "Anna", false, "柏" + number), $"berg{number}@example.org", organisation, "Professor", "test"));
        db.Add(new PersonDistinction { PersonId = person, Kind = DistinctionKind.Prize, Name = new("Lake Prize", "湖奖"), RecordedAt = db.Write.Now });
        await db.SaveChangesAsync();
        return (person, organisation);
    }

    /// <summary>Gives a person and an organisation more of all they have.</summary>
    private static Task DetailAsync(RunningHost host, PersonId person, OrganisationId organisation, int times) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        for (var i = 0; i < times; i++)
        {
            var key = $"{times}-{i}";
            db.Add(PersonName.Whole(person, PersonNameKind.Variant, "A. Berg " + key, db.Write.Now));
            db.Add(PersonEmail.Of(person, key + "@example.org", db.Write.Now));
            var place = new PersonAffiliation { PersonId = person, OrganisationId = organisation, Title = new("Fellow " + key, ""), From = new(2000 + i, 1, 1), To = new(2000 + i, 6, 1), Source = "test", RecordedAt = db.Write.Now };
            var wrong = new PersonAffiliation { PersonId = person, OrganisationId = organisation, Title = new("Wrong " + key, ""), Source = "test", RecordedAt = db.Write.Now };
            wrong.Withdraw(db.Write.Now, null, "wrong", place);
            db.AddRange(place, wrong);
            db.Add(new PersonDistinction { PersonId = person, Kind = DistinctionKind.Prize, Name = new("Prize " + key, ""), Year = 2000 + i, RecordedAt = db.Write.Now });
            var other = s.GetRequiredService<IOrganisations>().Add(new(new("Part " + key, "分部" + key), "SE", new("Lake", "湖")));
            await db.SaveChangesAsync();
            db.Add(new OrganisationRelation { Kind = OrganisationRelationKind.Parent, FromId = other, ToId = organisation, Source = FactSource.Hand, RecordedAt = db.Write.Now });
            db.Add(OrganisationName.Of(organisation, "Alias " + key, OrganisationName.Undetermined, OrganisationNameKind.Alias, FactSource.Hand, db.Write.Now));
        }

        await db.SaveChangesAsync();
    });
}
