using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Mobility.Tests;

public sealed class StayPageTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_stay_is_entered_by_hand_begins_ends_and_is_found(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var dean = await host.SignedInAsync(BuiltInRole.Dean, "SOE", "zh");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var (student, partner) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PartnerAsync());

        var refused = await office.SendAsync("/stays/new", null, ("person", student.ToString()), ("home", student.ToString()), ("from", "2026-03-10"), ("until", "2026-03-01"), ("form", "nothing"), ("topic-en", new string('x', 301)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var sentence in new[] { "must come after the first", "Choose a place of an agreement, or a partner", "Nobody supervises their own stay", "at most 300" })
            Assert.Contains(sentence, WebUtility.HtmlDecode(refused.Body), StringComparison.OrdinalIgnoreCase);

        var entered = await office.SendAsync("/stays/new", null, Entry(student, partner, "2026-03-10", "2027-03-09"));
        Assert.Equal(HttpStatusCode.SeeOther, entered.Status);
        var stay = entered.Location!;
        Assert.Contains("Has the student arrived?", await office.PageAsync(stay), StringComparison.Ordinal);
        var shown = await dean.PageAsync(stay);
        Assert.Contains("高岚", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("登记抵达", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(stay)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync("/stays/new", stay + "/arrive", ("on", "2026-03-11"))).Status);

        // Nobody is at two places.
        var twice = await office.SendAsync("/stays/new", null, Entry(student, partner, "2026-06-01", "2026-08-31"));
        Assert.Contains("one cannot be at two places", twice.Body, StringComparison.Ordinal);

        Assert.Contains("has not come yet", (await office.SendAsync(stay, stay + "/arrive", ("on", "2026-03-13"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(stay, stay + "/arrive", ("on", "2026-03-11"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(stay, stay + "/arrive", ("on", "2026-03-11"))).Status);
        Assert.Contains("363 days left", await office.PageAsync(stay), StringComparison.Ordinal);

        // Moved dates move what is owed; a stale form is refused.
        var edit = await office.PageAsync(stay + "/edit");
        var token = Regex.Match(edit, "(?<=name=\"token\" value=\")[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(stay + "/edit", null, ("token", token), ("from", "2026-03-10"), ("until", "2026-12-31"), ("topic-en", "Membranes"))).Status);
        Assert.Contains("Somebody else changed", (await office.SendAsync(stay + "/edit", null, ("token", token), ("from", "2026-03-10"), ("until", "2026-11-30"))).Body, StringComparison.Ordinal);
        Assert.Contains(new DateOnly(2026, 12, 31), await DutiesAsync(host));

        // Broken off needs a reason, and keeps it.
        host.Clock.Move(Duration.FromDays(30));
        using var later = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await later.SendAsync(stay, stay + "/end", ("on", "2026-04-10"), ("reason", " "))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await later.SendAsync(stay, stay + "/end", ("on", "2026-04-10"), ("reason", "Illness in the family"))).Status);
        var ended = await later.PageAsync(stay);
        foreach (var words in new[] { "Illness in the family", "broken off", ">31<" }) Assert.Contains(words, ended, StringComparison.Ordinal);

        foreach (var (query, found) in new[] { ("q=高岚", true), ("q=Delft", true), ("q=membranes", true), ("q=nobody", false), ("state=BrokenOff", true), ("state=Planned", false), ("year=2025", true), ($"partner={partner}", true), ("form=cotutelle", false), ("direction=In", false), ("sort=person", true), ("sort=-partner", true) })
            Assert.True((await later.PageAsync("/stays?" + query)).Contains(stay, StringComparison.Ordinal) == found, query);
        Assert.Contains("Gao Lan,高岚,Out,Delft University", await later.PageAsync("/stays/export?format=csv"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_student_sees_their_own_stay_only_and_one_called_off_keeps_its_reason(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var partner = await host.PartnerAsync();
        var (mine, other) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("Lin", "Zhiyuan", "林志远"));
        var (own, foreign) = (await host.StayAsync(mine, partner), await host.StayAsync(other, partner));
        using var student = await host.StudentAsync(mine, "gao.lan");

        Assert.Contains("Your stay at Delft University begins on 12 Jul 2026", await student.PageAsync("/desk"), StringComparison.Ordinal);
        var stays = await student.PageAsync("/my-stays");
        Assert.Contains($"/stays/{own}", stays, StringComparison.Ordinal);
        Assert.DoesNotContain($"/stays/{foreign}", stays, StringComparison.Ordinal);
        Assert.DoesNotContain("call-off", await student.PageAsync($"/stays/{own}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync($"/stays/{foreign}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await student.GetAsync("/stays")).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync($"/stays/{own}", $"/stays/{own}/call-off", ("reason", "Visa refused"))).Status);
        Assert.Contains("Visa refused", await student.PageAsync($"/stays/{own}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Your stay at", await student.PageAsync("/desk"), StringComparison.Ordinal);
        var owed = await host.InAsync(async s => await s.GetRequiredService<IObligations>().OfAsync((await s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Id == own)).Ref(), CancellationToken.None));
        Assert.All(owed, o => Assert.Equal(ObligationState.Released, o.State));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_list_asks_the_same_number_of_questions_whatever_its_length(Engine engine)
    {
        var statements = new Statements();
        await using var host = await statements.HostAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        await host.StayAsync(await host.PersonAsync("Gao", "Lan", "高岚"), await host.PartnerAsync());
        var one = await statements.OfPagesAsync(office, "/stays");
        await host.StayAsync(await host.PersonAsync("Lin", "Zhiyuan", "林志远"), await host.PartnerAsync("Kyoto University", "京都大学", "JP"), form: "cotutelle");
        await host.StayAsync(await host.PersonAsync("Ma", "Ke", "马可"), await host.PartnerAsync("Lund University", "隆德大学", "SE"));
        Assert.Equal(one, await statements.OfPagesAsync(office, "/stays"));
    }

    private static (string, string)[] Entry(PersonId student, OrganisationId partner, string from, string until) =>
        [("person", student.ToString()), ("partner", partner.ToString()), ("form", "joint-cultivation"), ("level", "Doctoral"), ("from", from), ("until", until)];

    private static Task<List<DateOnly>> DutiesAsync(RunningHost host) => host.InAsync(async s =>
        (await s.GetRequiredService<IObligations>().OfAsync((await s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync()).Ref(), CancellationToken.None)).Select(o => o.Due).ToList());
}
