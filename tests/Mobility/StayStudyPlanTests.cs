using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

public sealed class StayStudyPlanTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_plan_is_agreed_by_three_on_one_hash_and_a_change_is_a_version_agreed_anew(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (person, supervisor, other) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("He", "Mingche", "何明澈"), await host.PersonAsync("Lin", "Ke", "林可"));
        var id = await host.StayAsync(person, await host.PartnerAsync(), adjust: s => s with { HomeSupervisor = supervisor });
        var page = $"/stays/{id}/plan";
        using var student = await host.StudentAsync(person, "gao.lan");
        using var home = await host.StudentAsync(supervisor, "he.mingche");
        using var stranger = await host.StudentAsync(other, "lin.ke");
        using var outside = host.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).Status);
        var refused = await student.SendAsync(page, null, ("version", "0"), ("code-0", "WT1"), ("credits-0", "7.55"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("at most one decimal", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await student.SendAsync(page, null, ("version", "0"), ("code-0", "WT1"), ("title-0", "Water treatment"), ("credits-0", "7,5"), ("for-0", "水处理"), ("research", "Membranes at low temperature."))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await student.SendAsync(page, page + "/agree", ("hash", await HashAsync(home, page)))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await home.SendAsync(page, page + "/agree", ("hash", new string('0', 64)))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await home.SendAsync(page, page + "/agree", ("hash", await HashAsync(home, page)))).Status);

        // A change: nobody but the student has agreed to it, and the link to the old version signs nothing.
        var first = await AskAsync(student, page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await student.SendAsync(page, null, ("version", "0"), ("research", "Other"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await student.SendAsync(page, null, ("version", "1"), ("code-0", "WT1"), ("title-0", "Water treatment"), ("credits-0", "5"), ("for-0", "水处理"), ("research", "Membranes at high temperature."))).Status);
        var changed = await home.PageAsync(page);
        foreach (var words in new[] { "Water treatment: 7.5 credits become 5", "<del>low</del>", "<ins>high</ins>", "Agree to this version" }) Assert.Contains(words, changed, StringComparison.Ordinal);
        var old = await outside.SendAsync(first, null, ("hash", await HashAsync(outside, first)), ("signed", "Marijke Verbeek"), ("agree", "true"));
        Assert.Contains("Another version has taken its place", old.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await home.SendAsync(page, page + "/agree", ("hash", await HashAsync(home, page)))).Status);
        Assert.Equal(ObligationState.Open, await StepAsync(host, id, "study-plan"));
        var second = await AskAsync(student, page);
        Assert.Equal(HttpStatusCode.SeeOther, (await outside.SendAsync(second, null, ("hash", await HashAsync(outside, second)), ("signed", "Marijke Verbeek"), ("agree", "true"))).Status);
        var agreed = await home.PageAsync(page);
        foreach (var words in new[] { "agreed by all three", "Marijke Verbeek" }) Assert.Contains(words, agreed, StringComparison.Ordinal);
        Assert.Equal(ObligationState.Fulfilled, await StepAsync(host, id, "study-plan"));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Everybody_abroad_is_listed_by_place_with_whom_to_call_as_the_student_entered_it(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (gao, lin) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("Lin", "Ke", "林可"));
        var (delft, kyoto) = (await host.PartnerAsync(), await host.PartnerAsync("Kyoto University", "京都大学", "JP"));
        var (mine, planned) = (await host.StayAsync(gao, delft, new(2026, 3, 1)), await host.StayAsync(lin, kyoto));
        await host.InAsync(async s =>
        {
            await s.GetRequiredService<StayMoves>().ArriveAsync(await s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Id == mine), new(2026, 3, 1), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        using var student = await host.StudentAsync(gao, "gao.lan");
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var page = $"/stays/{mine}";

        Assert.Contains("One student has entered no emergency contact", await office.PageAsync("/whereabouts"), StringComparison.Ordinal);
        var refused = await student.SendAsync(page, page + "/contact", ("emergency-name", ""), ("emergency-phone", "138 0000 0000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("with the code of its country", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await student.SendAsync(page, page + "/contact", ("emergency-name", "Gao Ming, father"), ("emergency-phone", "+86 138 5555 0000"), ("address", "Mekelweg 4"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync("/my-stays", page + "/contact", ("emergency-name", "X"), ("emergency-phone", "+86 138 5555 0000"))).Status);
        var listed = await office.PageAsync("/whereabouts");
        foreach (var words in new[] { "One student is abroad on 12 Mar 2026", "Gao Ming, father", "+86 138 5555 0000", "Mekelweg 4", "Netherlands" }) Assert.Contains(words, WebUtility.HtmlDecode(listed), StringComparison.Ordinal);
        Assert.DoesNotContain($"/stays/{planned}", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("Gao Ming", await elsewhere.PageAsync("/whereabouts"), StringComparison.Ordinal);
        Assert.Contains("NL,Delft,Delft University,Gao Lan", await office.PageAsync("/whereabouts/export?format=csv"), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(TestBrowser browser, string page)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(page, page + "/ask", ("name", "Marijke Verbeek"), ("email", "m.verbeek@delft.example"), ("language", "en"))).Status);
        return Regex.Match(await browser.PageAsync(page), "/link/[A-Za-z0-9_-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    }

    private static async Task<string> HashAsync(TestBrowser browser, string page) =>
        Regex.Match(await browser.PageAsync(page), "(?<=name=\"hash\" value=\")[0-9a-f]{64}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private static Task<ObligationState> StepAsync(RunningHost host, Id<Stay> id, string code) => host.InAsync(async s =>
        (await s.GetRequiredService<IObligations>().OfAsync(new(Stay.RecordKind, id.Value), CancellationToken.None)).Single(o => o.Kind == StayDuties.Step && o.Instance == code).State);
}
