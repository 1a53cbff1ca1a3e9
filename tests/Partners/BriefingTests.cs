using System.Net;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

public sealed class BriefingTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_sheets_say_in_both_languages_what_the_record_says_and_open_points_leave_when_settled(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var dean = await host.SignedInAsync(BuiltInRole.Dean, "SOE", "zh");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var (partner, _) = await host.InAsync(BalancePageTests.SignedAsync);
        var page = $"/partners/{partner}/briefing";
        foreach (var role in new[] { "ExchangeCoordinator", "Dean" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(
                $"/partners/{partner}/contacts/new?side=Partner", $"/partners/{partner}/contacts/new", ("side", "Partner"), ("family", "Visser"), ("given", role), ("role", role))).Status);
        }

        var refused = await office.SendAsync(page, page + "/points", ("text-en", "   "), ("text-zh", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal((HttpStatusCode.SeeOther, page + "#points"), Of(await office.SendAsync(page, page + "/points", ("text-en", "Raise the number of places"), ("text-zh", "商议增加名额"))));
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, page + "/points", ("text-zh", "邀请来访"))).Status);

        foreach (var shown in new[] { Sheets(await office.PageAsync(page)), Sheets(await dean.PageAsync(page)) })
        {
            foreach (var words in new[]
            {
                "Who they are", "基本情况", "Delft University of Technology", "代尔夫特理工大学", "Netherlands", "荷兰", "Raise the number of places", "商议增加名额", "Dean Visser", "学生交换",
                "Places", "名额",
            }) Assert.Contains(words, shown, StringComparison.OrdinalIgnoreCase);

            // A point in one language stands in both columns.
            Assert.Equal(2, Regex.Count(shown, "邀请来访", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }

        Assert.DoesNotContain("Raise the number", await elsewhere.PageAsync(page), StringComparison.Ordinal);
        var point = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<OpenPoint>().ViewerNamed().OrderBy(p => p.RecordedAt).ThenBy(p => p.Id).Select(p => p.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await dean.SendAsync(page, $"{page}/points/{point}/settle")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync(page, $"{page}/points/{point}/settle")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, $"{page}/points/{point}/settle", ("outcome", "Five places from autumn"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(page, $"{page}/points/{point}/settle")).Status);
        var after = await office.PageAsync(page);
        Assert.DoesNotContain("Raise the number of places", Sheets(after), StringComparison.Ordinal);
        Assert.Contains("Five places from autumn", after, StringComparison.Ordinal);
    }

    private static (HttpStatusCode, string?) Of(Answer answer) => (answer.Status, answer.Location);

    private static string Sheets(string page) =>
        WebUtility.HtmlDecode(page[page.IndexOf("briefing-sheet", StringComparison.Ordinal)..page.IndexOf("briefing-points", StringComparison.Ordinal)]);
}
