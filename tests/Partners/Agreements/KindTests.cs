using System.Net;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Testing;

namespace Entente.Partners.Tests.Agreements;

/// <summary>The kinds of agreements stand in the order the school gives them, everywhere.</summary>
public sealed partial class KindTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Kinds_are_moved_up_and_down_without_a_script(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync();
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        Assert.Equal(["memorandum", "student-exchange", "joint-cultivation"], (await KindsAsync(office)).Take(3));
        Assert.DoesNotContain("/agreements/kinds/memorandum/up", await office.PageAsync("/agreements/kinds"));
        Assert.DoesNotContain("/down\"", await reader.PageAsync("/agreements/kinds"));

        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/agreements/kinds", "/agreements/kinds/joint-cultivation/up")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/agreements/kinds", "/agreements/kinds/joint-cultivation/up")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/agreements/kinds", "/agreements/kinds/joint-cultivation/up")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/agreements/kinds", "/agreements/kinds/joint-centre/down")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/agreements/kinds", "/agreements/kinds/memorandum/down")).Status);
        string[] order = ["joint-cultivation", "student-exchange", "memorandum", "dual-degree", "cotutelle", "joint-centre"];
        Assert.Equal(order, await KindsAsync(office));
        Assert.Equal(order, Option().Matches(await office.PageAsync("/agreements/new")).Select(m => m.Groups["kind"].Value));
        Assert.Equal(order, Option().Matches(await office.PageAsync("/agreements")).Select(m => m.Groups["kind"].Value));
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync("/agreements/kinds", "/agreements/kinds/nothing/up")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync("/agreements/kinds", "/agreements/kinds/cotutelle/up")).Status);
    }

    private static async Task<IReadOnlyList<string>> KindsAsync(TestBrowser office) =>
        [.. Code().Matches(await office.PageAsync("/agreements/kinds")).Select(m => m.Groups["kind"].Value)];

    [GeneratedRegex("<code>(?<kind>[a-z-]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("<option value=\"(?<kind>memorandum|student-exchange|joint-cultivation|dual-degree|cotutelle|joint-centre)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();
}
