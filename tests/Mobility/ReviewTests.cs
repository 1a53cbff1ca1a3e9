using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>Applications are reviewed, over real HTTP: rubric, who may, conflicts, drafts, the meeting.</summary>
public sealed class ReviewTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_application_is_reviewed_from_the_rubric_to_the_ranking(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var song = await host.AsAsync("song.qiao");
        using var dean = await host.AsAsync("lu.jingxing", "zh");
        var call = await host.CallAsync(closed: false);
        var (qin, yu) = (await host.ApplicationAsync(call.Id, "Ruoxi Qin"), await host.ApplicationAsync(call.Id, "Jiashu Yu"));
        var reviews = call.Address() + "/reviews";

        // The rubric: both languages, weights and points within bounds; a second window is told.
        Assert.Contains("the rubric comes first", await office.ReadAsync(reviews), StringComparison.Ordinal);
        var wrong = await office.RefusedAsync(reviews + "/rubric", null, ("due", "2020-01-01"), ("reviewers", "9"), ("name-0-en", "Plan"), ("weight-0", "0"), ("points-0", "x"));
        foreach (var said in new[] { "This day has passed", "Write it in both languages", "from 1 to 5" }) Assert.Contains(said, wrong, StringComparison.Ordinal);
        await office.DoneAsync(reviews + "/rubric", null, Rubric("Plan"));
        Assert.Contains("Somebody else changed", await office.RefusedAsync(reviews + "/rubric", null, [.. Rubric("Plan"), ("token", "77")]), StringComparison.Ordinal);

        // Somebody who supervises the applicant is never asked, and the record that shows it is named; a family name alone is nothing.
        var own = await host.PersonOfAsync("song.qiao");
        await host.StayAsync(yu.PersonId, await host.PartnerAsync(), MobilityScene.Today.AddYears(2), MobilityScene.Today.AddYears(2).AddMonths(3), adjust: p => p with { HomeSupervisor = own });
        var (songKey, deanKey) = (await KeyAsync(host, "song.qiao"), await KeyAsync(host, "lu.jingxing"));
        var barred = await office.RefusedAsync(reviews, reviews + "/ask", ("application", yu.Id.ToString()), ("reviewer", songKey));
        Assert.Contains("has a conflict of interest: Song Qiao supervises the stay of Yu Jiashu", barred, StringComparison.Ordinal);
        Assert.Contains("Choose at least one reviewer", await office.RefusedAsync(reviews, reviews + "/spread", ("load", "5")), StringComparison.Ordinal);
        await office.DoneAsync(reviews, reviews + "/spread", ("reviewers", songKey), ("reviewers", deanKey), ("load", "5"));
        var asked = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Review>().VisibleTo(Viewer.System).AsNoTracking().Where(r => r.CallId == call.Id).ToListAsync());
        Assert.Equal(3, asked.Count);
        Assert.DoesNotContain(asked, r => r.ApplicationId == yu.Id && r.ReviewerId.ToString() == songKey);
        Assert.Contains("One reviewer is still to be found", await office.ReadAsync(reviews), StringComparison.Ordinal);
        Assert.All(asked, r => Assert.NotEqual(r.Id.Value.ToString("N")[..8], r.Code[..8]));

        // The reviewer: a line on the desk, exactly the application asked for, a draft, then the whole.
        Assert.Contains("Review the application of Qin Ruoxi", await song.ReadAsync("/desk"), StringComparison.Ordinal);
        var mine = "/reviews/" + asked.Single(r => r.ReviewerId.ToString() == songKey).Code;
        var page = await song.ReadAsync(mine);
        Assert.Contains("88.2", page, StringComparison.Ordinal);
        foreach (var other in asked.Where(r => r.ReviewerId.ToString() != songKey)) Assert.Equal(HttpStatusCode.NotFound, (await song.GetAsync("/reviews/" + other.Code)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(mine)).Status);
        await SeesAsync(host, "song.qiao", [qin.Id]);
        var fields = Points(page);
        await song.DoneAsync(mine, null, (fields[0], "7"), ("do", "draft"));
        Assert.Contains("Draft", await office.ReadAsync(reviews), StringComparison.Ordinal);
        var half = await song.RefusedAsync(mine, null, (fields[0], "11"), ("do", "send"));
        foreach (var said in new[] { "from 0 to 10", "value=\"11\"" }) Assert.Contains(said, half, StringComparison.Ordinal);
        await song.DoneAsync(mine, null, (fields[0], "7"), (fields[1], "9"), ("comment", "Ready to go."), ("do", "send"));
        Assert.Contains("Done: Review the application of Qin Ruoxi", await song.ReadAsync("/desk"), StringComparison.Ordinal);

        // From the first one on all are measured alike.
        Assert.Contains("the criteria change no more", await office.ReadAsync(reviews + "/rubric"), StringComparison.Ordinal);
        await office.DoneAsync(reviews + "/rubric", null, [.. Rubric("Other"), ("token", CallScene.Token(await office.PageAsync(reviews + "/rubric")))]);
        Assert.DoesNotContain("Other", await office.ReadAsync(reviews), StringComparison.Ordinal);

        // One declines and says that it is a conflict; the office reads it and cannot ask again.
        var toDean = asked.Where(r => r.ReviewerId.ToString() == deanKey).ToDictionary(r => r.ApplicationId, r => "/reviews/" + r.Code);
        await dean.RefusedAsync(toDean[qin.Id], toDean[qin.Id] + "/decline", ("reason", " "));
        await dean.DoneAsync(toDean[qin.Id], toDean[qin.Id] + "/decline", ("reason", "Her aunt is my wife."), ("conflict", "true"));
        Assert.Equal(HttpStatusCode.NotFound, (await dean.GetAsync(toDean[qin.Id])).Status);
        Assert.Contains("conflict of interest: Her aunt is my wife.", await office.RefusedAsync(reviews, reviews + "/ask", ("application", qin.Id.ToString()), ("reviewer", deanKey)), StringComparison.Ordinal);
        await dean.DoneAsync(toDean[yu.Id], null, (fields[0], "7"), (fields[1], "9"), ("comment", "好。"), ("do", "send"));

        // The meeting: what is taken over is what was seen; ties stay ties; reviews change no more.
        var meeting = call.Address() + "/meeting";
        var seen = await dean.ReadAsync(meeting);
        foreach (var said in new[] { "1份评审，得分82.0，折合50.0", "并列", "Ready to go.", "Her aunt is my wife." }) Assert.Contains(said, seen, StringComparison.Ordinal);
        Assert.Contains("须核对当前排序", await dean.RefusedAsync(meeting, meeting + "/take-over", ("seen", "old")), StringComparison.Ordinal);
        await dean.DoneAsync(meeting, meeting + "/take-over", ("seen", Regex.Match(seen, "(?<=name=\"seen\" value=\")[0-9a-f]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value));
        Assert.Equal((1, 1), ((await host.ApplicationAsync(call.Id, "Ruoxi Qin")).Rank, (await host.ApplicationAsync(call.Id, "Jiashu Yu")).Rank));
        Assert.Equal(HttpStatusCode.NotFound, (await song.SendAsync(mine, null, (fields[0], "1"), (fields[1], "1"), ("comment", "No."), ("do", "send"))).Status);
        Assert.Contains(await host.LoggedAsync(), a => a == "mobility.review.take-over");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_demonstration_meeting_proposes_the_ranks_the_applications_carry_and_students_see_nothing_of_it(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var student = await host.AsAsync("wen.zixi");
        var call = await host.CallAsync(closed: true);
        var page = await office.ReadAsync(call.Address() + "/meeting");
        Assert.Contains("The applications carry these ranks", page, StringComparison.Ordinal);
        Assert.Contains("declared a conflict", page, StringComparison.Ordinal);
        foreach (var sort in new[] { "raw", "apart", "name", "nothing" }) await office.PageAsync(call.Address() + "/meeting?sort=" + sort);
        foreach (var address in new[] { "/reviews", call.Address() + "/reviews", call.Address() + "/meeting", call.Address() + "/reviews/rubric" }) Assert.NotEqual(HttpStatusCode.OK, (await student.GetAsync(address)).Status);
        var own = await student.ReadAsync(call.Mine());
        foreach (var hidden in new[] { "Outstanding.", "He Mingche", "Lu Jingxing" }) Assert.DoesNotContain(hidden, own, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_relation_shown_on_a_persons_page_is_a_conflict_and_a_shared_name_is_none(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, b => b.Services.AddScoped<IPersonPanelSource, Papers>(), demo: true);
        var call = await host.CallAsync(closed: false);
        var (qin, yu) = (await host.ApplicationAsync(call.Id, "Ruoxi Qin"), await host.ApplicationAsync(call.Id, "Jiashu Yu"));
        Papers.About = qin.PersonId;
        var namesake = await host.PersonAsync("Yu", "Jianing", "于佳宁");
        await host.InAsync(async s =>
        {
            var of = s.GetRequiredService<Entente.Mobility.Reviews.Conflicts>();
            var found = await of.OfAsync([new AccountCard { Id = new(Guid.CreateVersion7()), Name = "Yu Jianing", Person = namesake }], [qin, yu], CancellationToken.None);
            var conflict = Assert.Single(found.Found.Single());
            Assert.Equal(("relation", "Paper on membranes · 2025"), (conflict.Kind, conflict.Evidence.En));
            Assert.Equal(qin.Id.Value, found.Found.Single().Key.Application);
            var self = await of.OfAsync([new AccountCard { Id = new(Guid.CreateVersion7()), Name = "Yu", Person = yu.PersonId }], [yu], CancellationToken.None);
            Assert.Contains("self", self.Found.SelectMany(f => f).Select(f => f.Kind));
        });
    }

    internal static (string, string)[] Rubric(string name) =>
    [
        ("due", "2026-04-30"), ("reviewers", "2"), ("name-0-en", name), ("name-0-zh", "计划"), ("weight-0", "40"), ("points-0", "10"), ("name-1-en", "Record"), ("name-1-zh", "成绩"), ("weight-1", "60"), ("points-1", "10"),
    ];

    private static List<string> Points(string page) => [.. Regex.Matches(page, "(?<=name=\")points-[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct()];

    internal static Task<string> KeyAsync(RunningHost host, string key) => host.InAsync(async s => (await TestAccounts.FindAsync(s, key + "@qinghe.example")).ToString());

    // What a reviewer may read of applications, files included, which ask the same.
    private static async Task SeesAsync(RunningHost host, string key, Id<Application>[] expected)
    {
        await host.InAsync(async s =>
        {
            var viewer = await s.GetRequiredService<IAccounts>().ViewerAsync(await TestAccounts.FindAsync(s, key + "@qinghe.example"), CancellationToken.None);
            var db = s.GetRequiredService<AppDbContext>();
            var open = (await db.Set<Call>().VisibleTo(Viewer.System).ToListAsync()).Where(c => c.PhaseAt(db.Write.Now) == CallPhase.Open).Select(c => c.Id).ToList();
            Assert.Equal(expected, await db.Set<Application>().VisibleTo(viewer!).Where(a => open.Contains(a.CallId)).Select(a => a.Id).ToListAsync());
        });
    }

    private sealed class Papers : IPersonPanelSource
    {
        public static PersonId About { get; set; }

        public Task<IReadOnlyList<PersonPanel>> PanelsAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<PersonPanel>>([new("stays.title", 1, [new(new("Paper on membranes", "膜论文"), $"/people/{About}", new("2025", "2025"))])]);

        public Task<IReadOnlyList<PersonMoment>> TimelineAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PersonMoment>>([]);
    }
}
