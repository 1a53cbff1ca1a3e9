using System.Net;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;

namespace Entente.Partners.Tests.Agreements;

/// <summary>Agreements are found by what stands in their titles, whatever marks it has, in the list and where one is picked.</summary>
public sealed class FindingTests
{
    private static readonly LocalizedText Marked = new("Women's & men's studies <of water>", "“江河”与湖泊的'水'研究 & 交流");

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_title_with_marks_is_found_in_the_list_and_where_one_picks(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync();
        using var stranger = await host.SignedInAsync(BuiltInRole.Coordinator, "OTHER");
        var id = await Drafts.AddAsync(host, "MK-1", Marked);

        foreach (var text in new[] { "Women's & men's", "women's", "studies <of", "“江河”与湖泊", "'水'研究 & 交流", "湖泊", "MK-1", "mk-1 women", "代尔夫特", "delft univ" })
        {
            var asked = WebUtility.UrlEncode(text);
            Assert.Contains("MK-1", await office.PageAsync("/agreements?q=" + asked));
            Assert.Contains($"value=\"{id}\"", await office.PageAsync($"/pick/agreements?field=agreement&agreement-find={asked}"));
            Assert.DoesNotContain($"value=\"{id}\"", await stranger.PageAsync($"/pick/agreements?field=agreement&agreement-find={asked}"));
        }

        Assert.DoesNotContain("MK-1", await office.PageAsync("/agreements?q=" + WebUtility.UrlEncode("men's football")));
        Assert.Contains("MK-1", await office.PageAsync("/agreements/export?format=csv&q=" + WebUtility.UrlEncode("湖泊的'水'")));
    }
}
