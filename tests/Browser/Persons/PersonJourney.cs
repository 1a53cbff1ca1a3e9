using Entente.Browser.Tests.Kit;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Browser.Tests.Persons;

public sealed class PersonJourney(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Stages.All), MemberType = typeof(Stages))]
    public async Task Two_records_of_one_person_are_found_compared_merged_and_parted(string language, Engine engine)
    {
        await using var journey = await Journey.BeginAsync(browser, language, engine);
        var page = journey.Page;
        await journey.SignInAsAsync(BuiltInRole.Coordinator);
        await journey.Host.InAsync(async scope =>
        {
            var lake = scope.GetRequiredService<IOrganisations>().Add(new NewOrganisation(new("Lake University", "湖大学"), "SE", new("Lake", "湖")));
            scope.GetRequiredService<IPersons>().Add(new NewPerson(new("Li", "Xiaoming", true, "李晓明"), "li@example.org", lake, "Professor", "letter of 3 March"));
            scope.GetRequiredService<IPersons>().Add(new NewPerson(new("Li", "Xiao-Ming", false), null, lake, "Visiting scholar", "list of visitors"));
            await scope.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        await journey.OpenAsync("/people/new");
        await page.AssertAccessibleAsync();
        await journey.Field("family").FillAsync("Li");
        await journey.Field("given").FillAsync("Xiao Ming");
        await journey.Button("directory.person.add").ClickAsync();
        await page.AssertAccessibleAsync();
        await journey.PhotographAsync("person-new");

        await journey.OpenAsync("/people?q=xiaoming");
        await page.AssertAccessibleAsync();
        await journey.PhotographAsync("people");
        await page.Locator("a.list-open").First.ClickAsync();
        await page.AssertAccessibleAsync();
        await journey.PhotographAsync("person");
        await journey.PhotographAsync("person", 390, 844);
        var address = page.Url;

        await journey.Link("directory.merge.compare").ClickAsync();
        await page.AssertAccessibleAsync();
        await journey.PhotographAsync("merge");
        await journey.Field("reason").FillAsync("said so");
        await journey.Button("directory.merge.submit").ClickAsync();
        await page.WaitForURLAsync(address);
        Assert.Equal(2, await page.Locator("#content .record-main li a[href^='/organisations/']").CountAsync());

        await journey.OpenAsync("/people/duplicates");
        await page.AssertAccessibleAsync();
        await page.Locator("details.confirm summary").ClickAsync();
        await page.Locator(".confirm-question button").ClickAsync();
        await journey.ArrivesAtAsync("/people/duplicates");
        Assert.Equal(1, await journey.Page.Locator("table tbody tr").CountAsync());
        await journey.PhotographAsync("duplicates");
        foreach (var form in new[] { "/affiliations/new", "/distinctions/new", "/edit" })
        {
            await page.GotoAsync(address + form);
            await page.AssertAccessibleAsync();
        }
    }
}
