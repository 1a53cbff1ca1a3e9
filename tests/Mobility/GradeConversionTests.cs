using System.Net;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>Distributions are entered by the office; grades are converted by them and keep why.</summary>
public sealed class GradeConversionTests
{
    private static readonly (string, string)[] Years = [("from", "2023"), ("until", "2025"), ("source", "Registrar, by mail")];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Grades_are_converted_by_the_distributions_and_keep_why(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var partner = await host.PartnerAsync("Lund University", "隆德大学", "SE");
        var (person, supervisor) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("He", "Mingche", "何明澈"));
        var page = $"/stays/{await ReturnedAsync(host, person, partner, supervisor)}/transcript";
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var student = await host.StudentAsync(person, "gao.lan");
        using var home = await host.StudentAsync(supervisor, "he.mingche");

        await EnterAsync(office, "/grades/new?partner=home", [("of", "home"), ("paste", "Grade,Passed\n100,80\n95,80\n91,60\n85,400\n70,380"), ("failing", "<60")]);
        var theirs = await EnterAsync(office, "/grades/new", [("partner", partner.ToString()), ("grade-0", "VG"), ("passes-0", "314"), ("grade-1", "G"), ("passes-1", "1116"), ("failing", "U, Fx"), ("credits", "0,5")]);
        var shown = await office.PageAsync(theirs);
        foreach (var words in new[] { "1,430 passed courses", "100 to 91", "<b>95</b>" }) Assert.Contains(words, shown, StringComparison.Ordinal);

        // What the pack prefers is chosen beforehand.
        var way = "distribution." + theirs.Split('/')[^1];
        Assert.Matches($"<option value=\"{way}\" selected", await student.PageAsync(page));
        var refused = await student.SendAsync(page, null, ("table", way), ("title-0", "Hydrology"), ("credits-0", "6"), ("grade-0", "A"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("does not stand in “Distribution of Lund University, 2023–2025”", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await student.SendAsync(
            page, null, ("table", way), ("title-0", "Hydrology"), ("credits-0", "6"), ("grade-0", "vg"), ("title-1", "Ecology"), ("credits-1", "3"), ("grade-1", "U"))).Status);
        const string Why = "At Lund University, “VG” was given to the best 22 % of 1,430 passed courses in 2023–2025. Here the same part of 1,000 passed courses in 2023–2025 reaches from “100” to “91”; its middle, at 11 %, is “95”.";
        shown = WebUtility.HtmlDecode(await student.PageAsync(page));
        foreach (var words in new[] { Why, "“U” is a failing grade; it is never converted to a pass", "Lund University v1 · grades.distribution (entente.grades 2026.1)" }) Assert.Contains(words, shown, StringComparison.Ordinal);

        Assert.Contains("6 credits of Lund University at 0.5 each are 3 here.", shown, StringComparison.Ordinal);

        // A newer distribution leaves what was converted; a failed course is not recognised.
        await EnterAsync(office, "/grades/new", [("partner", partner.ToString()), ("grade-0", "VG"), ("passes-0", "900"), ("grade-1", "G"), ("passes-1", "100")]);
        Assert.Contains(Why, WebUtility.HtmlDecode(await home.PageAsync(page)), StringComparison.Ordinal);
        var failed = await home.SendAsync(page, page + "/decide", ("recognised-0", "6"), ("recognised-1", "3"));
        foreach (var words in new[] { "“U” is a failing grade there: nothing is recognised", "At most 3 credits here" }) Assert.Contains(words, failed.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await home.SendAsync(page, page + "/decide", ("recognised-0", "3"), ("recognised-1", "0"))).Status);
        Assert.Contains(Why, WebUtility.HtmlDecode(await student.PageAsync(page)), StringComparison.Ordinal);
        using var chinese = host.Browser("zh");
        await chinese.SignInAsync("gao.lan@example.edu", RunningHost.Password);
        Assert.Contains("在隆德大学，2023–2025年1,430及格人次中，成绩最高的22%获得“VG”。", await chinese.PageAsync(page), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_distribution_of_too_few_is_not_offered_and_what_is_none_is_refused(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var partner = await host.PartnerAsync();
        var (person, supervisor) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("He", "Mingche", "何明澈"));
        var page = $"/stays/{await ReturnedAsync(host, person, partner, supervisor)}/transcript";
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        (string, string)[] few = [("partner", partner.ToString()), ("grade-0", "10"), ("passes-0", "40"), ("grade-1", "8"), ("passes-1", "59")];
        var small = await EnterAsync(office, "/grades/new", few);
        Assert.Contains("counts 99 passed courses; at least 100 are needed", await office.PageAsync(small), StringComparison.Ordinal);
        Assert.Contains("own distribution is missing", await office.PageAsync(page), StringComparison.Ordinal);
        await EnterAsync(office, "/grades/new?partner=home", [("of", "home"), ("paste", "90;500\n80;500")]);
        var offered = await office.PageAsync(page);
        Assert.Contains("counts 99 passed courses; at least 100 are needed", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"distribution.", offered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(page, null, ("table", "distribution." + small.Split('/')[^1]), ("title-0", "X"), ("credits-0", "1"), ("grade-0", "10"))).Status);

        foreach (var (fields, words) in new ((string, string)[], string)[]
        {
            ([("grade-0", "10"), ("passes-0", "0")], "from 1 to"),
            ([("grade-0", "10"), ("passes-0", "")], "Enter this."),
            ([], "at least one grade"),
            ([("paste", "10;5\n9;none")], "Line 2"),
            ([("paste", "10;5\n10;6")], "“10” stands twice"),
            ([("paste", "10;5"), ("failing", "10")], "cannot be passing and failing"),
            ([("paste", "10;5"), ("credits", "0.555")], "two decimals"),
            ([("paste", "10;5"), ("credits", "0")], "two decimals"),
            ([("paste", "10;5"), ("until", "2019")], "lies before the first"),
            ([("paste", "10;5"), ("until", "2999")], "from 1990 to"),
        })
        {
            var answer = await office.SendAsync("/grades/new", null, [("partner", partner.ToString()), .. Years.Where(y => !fields.Any(f => f.Item1 == y.Item1)), .. fields]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(words, WebUtility.HtmlDecode(answer.Body), StringComparison.OrdinalIgnoreCase);
        }

        using var student = await host.StudentAsync(person, "gao.lan");
        Assert.NotEqual(HttpStatusCode.OK, (await student.GetAsync("/grades")).Status);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_demonstration_has_a_transcript_converted_by_distribution(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var stay = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Transcript>().ViewerNamed().AsNoTracking().Where(t => t.DecidedAt != null && t.Table.Contains("grades.distribution")).Select(t => t.StayId).SingleAsync());
        var shown = await office.ReadAsync($"/stays/{stay}/transcript");
        foreach (var words in new[] { "was given to those between the best", "is a failing grade", "Recognised by" }) Assert.Contains(words, WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        Assert.Contains("too small", await office.ReadAsync("/grades"), StringComparison.Ordinal);
    }

    private static async Task<string> EnterAsync(TestBrowser office, string page, (string, string)[] fields)
    {
        var answer = await office.SendAsync(page, "/grades/new", [.. Years, .. fields]);
        Assert.True(answer.Status == HttpStatusCode.SeeOther, answer.Body);
        return answer.Location!;
    }

    private static async Task<Id<Stay>> ReturnedAsync(RunningHost host, PersonId person, OrganisationId partner, PersonId supervisor)
    {
        var id = await host.StayAsync(person, partner, new(2025, 9, 1), new(2026, 2, 28), s => s with { HomeSupervisor = supervisor });
        await host.InAsync(async s =>
        {
            var (db, moves) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<StayMoves>());
            var stay = await db.Set<Stay>().VisibleTo(Viewer.System).SingleAsync();
            await moves.ArriveAsync(stay, stay.From, CancellationToken.None);
            await moves.EndAsync(stay, stay.Until, null, CancellationToken.None);
            await db.SaveChangesAsync();
        });
        return id;
    }
}
