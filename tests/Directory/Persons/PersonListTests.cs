using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Persons;

public sealed class PersonListTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task People_are_listed_by_unit_or_from_elsewhere_and_an_organisation_shows_its_own(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = await host.SignedInAsync();
        var (school, water, lake) = await host.InAsync(async s =>
        {
            var (school, db) = (await TestAccounts.UnitAsync(s, "ENV"), s.GetRequiredService<AppDbContext>());
            var water = await TestAccounts.UnitAsync(s, "WAT", school);
            var lake = s.GetRequiredService<IOrganisations>().Add(new(new("Lake University", "湖大学"), "SE", new("Lake", "湖")));
            var persons = s.GetRequiredService<IPersons>();
            persons.Add(new(new("Berg", "Anna", false), null, lake, "Professor", "test"));
            var left = persons.Add(new(new("Gone", "Olaf", false), null, null, null, "test"));
            db.Add(new PersonAffiliation { PersonId = left, OrganisationId = lake, Title = new("Fellow", ""), To = new(2020, 1, 1), Source = "test", RecordedAt = db.Write.Now });
            foreach (var (name, unit) in new[] { ("安然", water), ("何川", school) })
            {
                var person = persons.Add(new(new("", "", true, name), null, null, null, "roster"));
                db.Add(new PersonAffiliation { PersonId = person, UnitId = unit, Title = new("", "教授"), From = new(2024, 9, 1), Source = "roster", RecordedAt = db.Write.Now });
            }

            await db.SaveChangesAsync();
            return (school, water, lake);
        });

        Assert.Equal("安然 Berg Gone 何川", await NamesAsync("/people"));
        Assert.Equal("安然 何川", await NamesAsync("/people?at=own"));
        Assert.Equal("Berg", await NamesAsync("/people?at=outside"));
        Assert.Equal("安然 何川", await NamesAsync($"/people?at={school}"));
        Assert.Equal("安然", await NamesAsync($"/people?at={water}"));
        Assert.Equal("安然 Berg Gone 何川", await NamesAsync("/people?at=nowhere"));
        var table = await browser.PageAsync($"/people/export?format=csv&at={water}");
        Assert.Contains("安然", table, StringComparison.Ordinal);
        Assert.DoesNotContain("何川", table, StringComparison.Ordinal);

        var organisation = await browser.PageAsync($"/organisations/{lake}");
        Assert.Contains("Anna Berg", organisation, StringComparison.Ordinal);
        Assert.Contains($"/people?organisation={lake}", organisation, StringComparison.Ordinal);
        Assert.DoesNotContain("Olaf Gone", organisation, StringComparison.Ordinal);

        // In the order of their names: a Chinese one stands where it sounds.
        async Task<string> NamesAsync(string address)
        {
            var page = await browser.PageAsync(address);
            return string.Join(' ', new[] { "安然", "Berg", "Gone", "何川" }.Where(n => page.Contains(n, StringComparison.Ordinal)).OrderBy(n => page.IndexOf(n, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Colleagues_are_called_by_their_Chinese_names_in_Chinese_and_found_by_them(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using TestBrowser chinese = host.Browser("zh-CN"), english = host.Browser();
        var account = await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator, name: "Yuan Tang");
        await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var person = s.GetRequiredService<IPersons>().Add(new(new("Tang", "Yuan", true, "唐沅"), null, null, null, "test"));
            (await db.Set<Account>().ViewerNamed().SingleAsync(a => a.Id == account)).PersonId = person;
            await db.SaveChangesAsync();
        });
        await chinese.SignInAsync("tang@example.edu", RunningHost.Password);
        await english.SignInAsync("tang@example.edu", RunningHost.Password);

        Assert.Contains("唐沅", await chinese.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("Yuan Tang", await chinese.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("Yuan Tang", await english.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains(">唐沅</a>", await chinese.PageAsync("/accounts?q=唐沅"), StringComparison.Ordinal);
        Assert.Contains(">Yuan Tang</a>", await english.PageAsync("/accounts?q=唐"), StringComparison.Ordinal);
        Assert.Contains("唐沅", await chinese.PageAsync($"/accounts/{account}"), StringComparison.Ordinal);
    }
}
