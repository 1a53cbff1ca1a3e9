using System.Net;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Imports;

public sealed class PartnersImportTests
{
    private static readonly string[] Three =
    [
        "Name,中文名称,Country,City,Contact person,Contact's e-mail,Role,Note,Colour",
        "University of Lakeside,湖畔大学,US,Lakeside,\"Ellwood, Margaret\",m.ellwood@lakeside.example,coordinator,Met in 2025,red",
        "Technische Hochschule Nordsee,北海工业大学,德国,Nordhafen,,,,,blue",
        ",青山大学,日本,青山市,山田太郎 (Yamada Taro),taro@aoyama.example,教授,,green",
    ];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_table_is_checked_decided_applied_repeated_and_undone(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        var before = await wizard.RecordsAsync();
        var check = await wizard.CheckAsync("partners", Three);

        Assert.Contains("partners.csv, 3 rows: 3 to decide.", check, StringComparison.Ordinal);
        Assert.Contains("Add “University of Lakeside” as a new organisation", check, StringComparison.Ordinal);
        Assert.Equal(before, await wizard.RecordsAsync());
        Assert.Equal((HttpStatusCode.SeeOther, wizard.Address + "/check"), await Where(wizard.SendAsync("/apply")));
        Assert.Equal(before, await wizard.RecordsAsync());

        await DecideAsync(wizard, "new");
        Assert.Equal((3, 0, 0, 0, 0, 0), await wizard.CountsAsync());
        Assert.Equal(before, await wizard.RecordsAsync());

        var done = await wizard.ApplyAsync();
        Assert.Contains("3 new", done, StringComparison.Ordinal);
        await wizard.Host.InAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var cards = await services.GetRequiredService<IOrganisations>().Cards(Viewer.System).OrderBy(o => o.Country).ToListAsync();
            Assert.Equal(
                [("DE", "Technische Hochschule Nordsee", "北海工业大学", "Nordhafen"), ("JP", "青山大学", "青山大学", "青山市"), ("US", "University of Lakeside", "湖畔大学", "Lakeside")],
                cards.ConvertAll(c => (c.Country, c.Name.En, c.Name.Zh, c.City.En)));
            var contacts = await db.Set<Contact>().VisibleTo(Viewer.System).OrderBy(c => c.Email).ToListAsync();
            Assert.Equal(
                [("m.ellwood@lakeside.example", ContactRole.ExchangeCoordinator), ("taro@aoyama.example", ContactRole.Professor)],
                contacts.ConvertAll(c => (c.Email, c.Role)));
            Assert.Equal(["Met in 2025"], (await db.Set<Note>().VisibleTo(Viewer.System).ToListAsync()).ConvertAll(n => n.Text.En));
        });
        var after = await wizard.RecordsAsync();
        var first = wizard.Address;

        // The same file again: the columns are known, the organisations by their decided names are found, nothing is left to do.
        await wizard.UploadAsync("partners", "partners.csv", Wizard.Csv(Three));
        Assert.Contains("The columns are matched as the last time.", Wizard.Plain(await wizard.Browser.PageAsync(wizard.Address + "/map")), StringComparison.Ordinal);
        var again = await wizard.MapAsync();
        Assert.Equal((0, 0, 3, 0, 0, 0), await wizard.CountsAsync());
        Assert.Contains("The records say all of this already", again, StringComparison.Ordinal);
        Assert.Equal(after, await wizard.RecordsAsync());

        var undone = await wizard.Browser.SendAsync(first, first + "/undo");
        Assert.Equal((HttpStatusCode.SeeOther, first), (undone.Status, undone.Location));
        Assert.Equal(before, await wizard.RecordsAsync());
        Assert.Contains("was taken over and undone", Wizard.Plain(await wizard.Browser.PageAsync(first)), StringComparison.Ordinal);
    }

    /// <summary>Answers every open question alike.</summary>
    private static async Task DecideAsync(Wizard wizard, string value)
    {
        var html = await wizard.Browser.PageAsync(wizard.Address + "/check?show=all");
        var names = System.Text.RegularExpressions.Regex.Matches(html, "name=\"(answer-[0-9a-f]+)\" value=\"" + value + "\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        var answer = await wizard.SendAsync("/decide", [.. names.Select(n => (n.Groups[1].Value, value))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
    }

    private static async Task<(HttpStatusCode, string?)> Where(Task<Answer> answer) => ((await answer).Status, (await answer).Location);
}
