using System.Net;
using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Persons;

public sealed class PersonPageTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_person_is_added_found_in_either_script_edited_placed_honoured_verified_merged_and_parted(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = await host.SignedInAsync();
        var place = await host.InAsync(async scope =>
        {
            var id = scope.GetRequiredService<IOrganisations>().Add(new NewOrganisation(new("Lake University", "湖大学"), "SE", new("Lake", "湖")));
            await scope.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return id;
        });

        var wrong = await browser.SendAsync("/people/new", null, ("family", "Li"), ("given", "Xiaoming"), ("native", "李晓明"), ("orcid", "0000-0002-1825-0098"), ("email", "nonsense"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("does not fit the digits", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("nonsense is no e-mail address", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Xiaoming\"", wrong.Body, StringComparison.Ordinal);

        var added = await browser.SendAsync("/people/new", null, ("family", "Li"), ("given", "Xiaoming"), ("order", "family"), ("native", "李晓明"), ("orcid", "0000-0002-1825-0097"),
            ("email", "li@example.org"), ("organisation", place.ToString()), ("title", "Professor"));
        Assert.Equal(HttpStatusCode.SeeOther, added.Status);
        var record = added.Location!;
        foreach (var text in new[] { "晓明", "xiaoming li", "Li Xiao-Ming", "LI@example", "0000-0002-1825-0097" })
            Assert.Contains("李晓明", await browser.PageAsync("/people?q=" + Uri.EscapeDataString(text)), StringComparison.Ordinal);
        Assert.DoesNotContain("李晓明", await browser.PageAsync("/people?q=zhang"), StringComparison.Ordinal);
        Assert.Contains("李晓明", await browser.PageAsync("/people?country=SE"), StringComparison.Ordinal);
        Assert.DoesNotContain("李晓明", await browser.PageAsync("/people?distinction=AcademyMember"), StringComparison.Ordinal);

        var double1 = await browser.SendAsync("/people/new", null, ("family", "Li"), ("given", "Xiao Ming"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, double1.Status);
        Assert.Contains(record, double1.Body, StringComparison.Ordinal);
        var other = (await browser.SendAsync("/people/new", null, ("family", "Li"), ("given", "Xiao Ming"), ("another", "true"))).Location!;

        var overlapping = await browser.SendAsync(record + "/affiliations/new", null, ("organisation", place.ToString()), ("from", "2020-01-01"), ("source", "mail"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, overlapping.Status);
        Assert.Contains("for part of that time already", overlapping.Body, StringComparison.Ordinal);
        var backwards = await browser.SendAsync(record + "/affiliations/new", null, ("organisation", place.ToString()), ("from", "2020-01-01"), ("to", "2019-01-01"), ("source", "mail"));
        Assert.Contains("lies before the first", backwards.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(other + "/affiliations/new", null, ("organisation", place.ToString()), ("title-en", "Visitor"), ("from", "2019-01-01"), ("to", "2019-06-30"), ("source", "mail"))).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(record + "/distinctions/new", null, ("kind", "AcademyMember"), ("name-en", "Academy of Lakes"), ("year", "2015"), ("evidence", "https://example.org/members"))).Status);
        var page = await browser.PageAsync(record);
        Assert.Contains("not verified", page, StringComparison.Ordinal);
        var verify = System.Text.RegularExpressions.Regex.Match(page, "action=\"(?<to>[^\"]*/verify)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["to"].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(record, verify)).Status);
        Assert.Contains("verified by coordinator", await browser.PageAsync(record), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(record, verify)).Status);

        var merge = $"{record}/merge/{other["/people/".Length..]}";
        Assert.Contains("Visitor", await browser.PageAsync(other), StringComparison.Ordinal);
        Assert.Contains("How it is known", await browser.PageAsync(merge), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, record), Seen(await browser.SendAsync(merge, null, ("reason", "said so"))));
        Assert.Equal((HttpStatusCode.Redirect, record), Seen(await browser.GetAsync(other)));
        Assert.Contains("Visitor", await browser.PageAsync(record), StringComparison.Ordinal);
        var undo = System.Text.RegularExpressions.Regex.Match(await browser.PageAsync("/people/duplicates"), "action=\"(?<to>[^\"]*/undo)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["to"].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/people/duplicates", undo)).Status);
        Assert.Contains("Visitor", await browser.PageAsync(other), StringComparison.Ordinal);

        var edited = await browser.SendAsync(record + "/edit", null, ("family", "Lee"), ("given", "Xiaoming"), ("order", "given"), ("native", "李晓明"), ("orcid", "0000-0002-1825-0097"));
        Assert.Equal(HttpStatusCode.SeeOther, edited.Status);
        Assert.Contains("Xiaoming Lee", await browser.PageAsync(record), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(record + "/edit", record + "/names", ("full", "X. Li"), ("kind", "Variant"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(record + "/edit", record + "/mails", ("address", "lee@example.org"))).Status);
        Assert.Contains("lee@example.org", await browser.PageAsync(record), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task People_are_imported_all_or_none_again_without_change_and_come_out_as_they_went_in(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.InAsync(async scope =>
        {
            scope.GetRequiredService<IOrganisations>().Add(new NewOrganisation(new("Lake University", "湖大学"), "SE", new("Lake", "湖")));
            await scope.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        const string head = "family,given,order,native name,email,orcid,organisation,title,from,to\n";
        const string good = head + "Li,Xiaoming,family,李晓明,li@example.org,0000-0002-1825-0097,Lake University,Professor,2019-09-01,\nBerg,Anna,given,,anna@example.org,,湖大学,,,\n";

        var bad = await ImportAsync(good + "Nobody,Here,,,not-mail,0000-0002-1825-0098,Moon University,,2020-01-01,2019-01-01\n", false);
        Assert.Equal((2, 0, 0, 1, 4), (bad.New, bad.Changed, bad.Unchanged, bad.Refused, bad.Reasons.Count));
        Assert.All(bad.Reasons, r => Assert.StartsWith("Row 4: ", r, StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync());
        Assert.Equal("2 new, 0 changed, 0 unchanged, 0 refused", (await ImportAsync(good, true)).Summary);
        Assert.Equal(0, await CountAsync());
        Assert.Equal("2 new, 0 changed, 0 unchanged, 0 refused", (await ImportAsync(good, false)).Summary);
        Assert.Equal("0 new, 0 changed, 2 unchanged, 0 refused", (await ImportAsync(good, false)).Summary);
        Assert.Equal(2, await CountAsync());
        Assert.Equal("0 new, 1 changed, 0 unchanged, 0 refused", (await ImportAsync(head + "Li,Xiaoming,family,,x.li@example.org,0000-0002-1825-0097,,,,\n", false)).Summary);

        var written = await house.InAsync(async scope =>
        {
            using var stream = new MemoryStream();
            Assert.Equal(2, await scope.GetServices<IExportKind>().Single(k => k.Id == "people").ExportAsync(stream, TableFormat.Csv, CancellationToken.None));
            return System.Text.Encoding.UTF8.GetString(stream.ToArray());
        });
        Assert.Contains("Li,Xiaoming,family,李晓明,li@example.org,0000-0002-1825-0097,Lake University,,SE,Professor,2019-09-01,", written, StringComparison.Ordinal);

        await Assert.ThrowsAsync<RefusedException>(() => ImportAsync("colour,shape\nred,round\n", false));

        async Task<ImportReport> ImportAsync(string text, bool dry)
        {
            var file = Path.Combine(Path.GetTempPath(), Guid.CreateVersion7().ToString("N") + ".csv");
            await File.WriteAllTextAsync(file, text);
            try
            {
                return await house.InAsync(scope => scope.GetServices<IImportCommandKind>().Single(k => k.Id == "people").ImportAsync(new(file, dry, null), CancellationToken.None));
            }
            finally
            {
                File.Delete(file);
            }
        }

        Task<int> CountAsync() => house.InAsync(scope => scope.GetRequiredService<AppDbContext>().Set<Person>().VisibleTo(Viewer.System).CountAsync());
    }

    private static (HttpStatusCode, string?) Seen(Answer answer) => (answer.Status, answer.Location);
}
