using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using NodaTime;

namespace Entente.Mobility.Tests;

/// <summary>A call from its first line to the last moment an application is taken, over real HTTP, without a script.</summary>
public sealed class ApplicationTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_call_is_written_published_and_applied_to_in_sittings(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var student = await host.AsAsync("wen.zixi");
        using var chinese = await host.AsAsync("wen.zixi", "zh");
        var call = await WrittenAsync(office, "2026-03-20", "17:00");
        Assert.Contains("cannot be published", await office.RefusedAsync(call, call + "/publish"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync(call.Replace("/calls/", "/study-abroad/", StringComparison.Ordinal))).Status);
        await OfferAsync(office, call, "Pennsylvania State University", 1, ("level", "Doctoral"), ("language", "en"), ("language-level", "4"));
        await OfferAsync(office, call, "University of New South Wales", 1);
        Assert.Contains("places are left", await office.RefusedAsync(call, call + "/places", ("offer", (await OffersAsync(office, call))[0].Value), ("seats", "400")), StringComparison.Ordinal);
        Assert.Equal(call, await office.DoneAsync(call, call + "/publish"));
        var mine = call.Replace("/calls/", "/study-abroad/", StringComparison.Ordinal);

        // A first sitting: wrong as it is, what is typed stays; then a draft, read in the other language.
        var page = await student.ReadAsync(mine);
        var wishes = Wishes(page);
        Assert.Contains("named twice", await student.RefusedAsync(mine, null, ("unit", UnitOf(page)), ("choice-1", wishes[0]), ("choice-2", wishes[0]), ("grade", "eighty")), StringComparison.Ordinal);
        await student.DoneAsync(mine, null, ("unit", UnitOf(page)), ("level", "Doctoral"), ("choice-1", wishes[0]));
        var draft = await chinese.ReadAsync(mine);
        foreach (var said in new[] { "草稿已保存，尚未提交", "要求的语言证书尚未填写或等级不足", "成绩单", "推荐人：需1位" }) Assert.Contains(said, draft, StringComparison.Ordinal);
        Assert.Contains("Something is still missing", await student.RefusedAsync(mine, mine + "/submit"), StringComparison.Ordinal);
        Assert.DoesNotContain("Wen Zixi", await office.ReadAsync(call + "/applications"), StringComparison.Ordinal);

        // Two windows: the second is told, nothing is overwritten.
        await student.DoneAsync(mine, null, ("token", CallScene.Token(draft)), ("unit", UnitOf(page)), ("level", "Doctoral"), ("language", "en"), ("language-level", "5"), ("grade", "91.2"), ("choice-1", wishes[0]), ("choice-2", wishes[1]));
        Assert.Contains("in another window", await student.RefusedAsync(mine, null, ("token", CallScene.Token(draft)), ("unit", UnitOf(page)), ("level", "Master")), StringComparison.Ordinal);
        var document = Regex.Match(await student.PageAsync(mine), "(?<=/documents/)[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var wrong = await UploadAsync(student, mine, document, "plan.exe", "MZ"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await UploadAsync(student, mine, document, "transcript.pdf", "%PDF-1.4 first"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await UploadAsync(student, mine, document, "transcript2.pdf", "%PDF-1.4 second"u8.ToArray())).Status);

        // A recommender gets a link; who never answers is taken back, another is asked.
        await student.DoneAsync(mine, mine + "/recommenders", ("recommender", "Prof. Silent"), ("recommender-email", "silent@partner.example"), ("recommender-language", "en"));
        Assert.Contains("asked already", await student.RefusedAsync(mine, mine + "/recommenders", ("recommender", "Other"), ("recommender-email", "other@partner.example")), StringComparison.Ordinal);
        var asked = Regex.Match(await student.PageAsync(mine), "/recommenders/[0-9a-f]{32}/withdraw", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        await student.DoneAsync(mine, mine + asked);
        await student.DoneAsync(mine, mine + "/recommenders", ("recommender", "Prof. He"), ("recommender-email", "he@partner.example"), ("recommender-language", "en"));
        await student.DoneAsync(mine, mine + "/submit");
        Assert.Contains("Waiting for the recommendation of Prof. He", await student.ReadAsync(mine), StringComparison.Ordinal);
        using var outside = host.Browser();
        var (silent, link) = (await host.LinkToAsync("silent@partner.example"), await host.LinkToAsync("he@partner.example"));
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync(silent)).Status);
        await outside.ReadAsync(link);
        Assert.Contains("Wen Zixi", await outside.ReadAsync(link), StringComparison.Ordinal);
        await outside.DoneAsync(link, null, ("text", "The best of her year."), ("signed", "He"), ("do", "send"));
        Assert.Contains("It has been received", await outside.ReadAsync(link + "/done"), StringComparison.Ordinal);
        Assert.DoesNotContain("best of her year", await student.ReadAsync(mine), StringComparison.Ordinal);

        // The office reads it whole, in the list and as a file; another student reads nothing of it.
        var application = Regex.Match(await office.PageAsync(call + "/applications"), "/calls/[0-9a-f]{32}/applications/[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        foreach (var said in new[] { "The best of her year.", "transcript2.pdf", "English C1", "91.2" }) Assert.Contains(said, await office.ReadAsync(application), StringComparison.Ordinal);
        Assert.Contains("Wen Zixi,温子曦,", await office.ReadAsync(call + "/applications/export?format=csv"), StringComparison.Ordinal);
        var file = Regex.Match(await office.PageAsync(application), "/files/[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal("%PDF-1.4 second", Encoding.ASCII.GetString(await student.Http.GetByteArrayAsync(file)));
        using var other = await host.AsAsync("mo.yichen");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(file)).Status);
        Assert.DoesNotContain("91.2", await other.ReadAsync(mine), StringComparison.Ordinal);

        // It is opened again, changed, withdrawn, and applied for again: everything is kept.
        await student.DoneAsync(mine, mine + "/reopen");
        Assert.DoesNotContain("Wen Zixi", await office.ReadAsync(call + "/applications"), StringComparison.Ordinal);
        await student.DoneAsync(mine, mine + "/withdraw", ("reason", "Field work"));
        Assert.Contains("You withdrew: Field work", await student.ReadAsync(mine), StringComparison.Ordinal);
        await student.DoneAsync(mine, mine + "/reopen");
        await student.DoneAsync(mine, mine + "/submit");
        Assert.Contains("transcript2.pdf", await student.ReadAsync(mine), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_deadline_is_judged_by_the_moment_the_server_received_the_form(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var student = await host.AsAsync("wen.zixi");
        var call = await WrittenAsync(office, "2026-03-20", "17:00", documents: false);
        await OfferAsync(office, call, "University of New South Wales", 1);
        await office.DoneAsync(call, call + "/publish");
        var mine = call.Replace("/calls/", "/study-abroad/", StringComparison.Ordinal);
        var page = await student.ReadAsync(mine);
        var fields = new[] { ("unit", UnitOf(page)), ("level", "Doctoral"), ("choice-1", Wishes(page)[0]) };
        await student.DoneAsync(mine, null, fields);

        // 17:00:00 at the school is in time; a second later it is late, within the grace; after that it is over, and the draft is kept.
        host.Clock.Set(Instant.FromUtc(2026, 3, 20, 9, 0, 0));
        using var now = await host.AsAsync("wen.zixi");
        await now.DoneAsync(mine, mine + "/submit");
        await now.DoneAsync(mine, mine + "/reopen");
        host.Clock.Set(Instant.FromUtc(2026, 3, 20, 9, 0, 1));
        Assert.Contains("you can still submit until 20 Mar 2026 17:15", await now.ReadAsync(mine), StringComparison.Ordinal);
        await now.DoneAsync(mine, mine + "/submit");
        Assert.Contains("after the deadline but within the grace", await now.ReadAsync(mine), StringComparison.Ordinal);
        await now.DoneAsync(mine, mine + "/reopen");
        host.Clock.Set(Instant.FromUtc(2026, 3, 20, 9, 15, 1));
        Assert.Contains("no longer taken", await now.RefusedAsync(mine, mine + "/submit"), StringComparison.Ordinal);
        var kept = await now.ReadAsync(mine);
        Assert.Contains("this draft was not submitted. It is kept.", kept, StringComparison.Ordinal);
        Assert.Contains("University of New South Wales", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_the_clock_skips_or_repeats_are_read_in_favour_of_the_student()
    {
        Call Of(DateOnly on, TimeOnly at) => new Call
        {
            Title = LocalizedText.Empty,
            Lead = LocalizedText.Empty,
            FormId = default,
            AcademicYear = 2026,
            Zone = "Europe/Berlin",
            OpensOn = on,
            OpensTime = at,
            ClosesOn = on,
            ClosesTime = at,
            RecordedAt = default,
            UnitId = default,
        }.Time();

        // 02:30 on 29 March 2026 does not exist in Berlin; 02:30 on 25 October 2026 exists twice.
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 0), Of(new(2026, 3, 29), new(2, 30)).ClosesAt);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), Of(new(2026, 10, 25), new(2, 30)).OpensAt);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 1, 30), Of(new(2026, 10, 25), new(2, 30)).ClosesAt);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_call_changed_after_applications_came_loses_none_of_them(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var student = await host.AsAsync("qin.ruoxi");
        var call = await host.CallAsync(closed: false);
        var first = (await host.ApplicationAsync(call.Id, "Ruoxi Qin")).Choices.OrderBy(c => c.Order).First().PlaceId;
        await office.DoneAsync(call.Address(), $"{call.Address()}/places/{first}/close", ("reason", "Their laboratory moves"));
        await student.DoneAsync(call.Mine(), call.Mine() + "/reopen");
        var page = await student.ReadAsync(call.Mine());
        Assert.Contains("is closed: Their laboratory moves. Name another place or none.", page, StringComparison.Ordinal);
        Assert.Equal(2, (await host.ApplicationAsync(call.Id, "Ruoxi Qin")).Choices.Count);
        var edit = await office.ReadAsync(call.Address() + "/edit");
        Assert.Contains("cannot be moved", await office.RefusedAsync(call.Address() + "/edit", null, [("token", CallScene.Token(edit)), .. Fields("2026-03-11", "2026-04-02", "17:00")]), StringComparison.Ordinal);
        await office.DoneAsync(call.Address(), call.Address() + "/call-off", ("reason", "The agreement is suspended"));
        Assert.Contains("Called off: The agreement is suspended", await student.ReadAsync(call.Mine()), StringComparison.Ordinal);
    }

    internal static async Task<string> WrittenAsync(TestBrowser office, string closes, string time, bool documents = true) =>
        await office.DoneAsync("/calls/new", null, [.. Fields("2026-03-12", closes, time), .. documents ? [("doc-0-en", "Transcript"), ("doc-0-zh", "成绩单"), ("recommendations", "1")] : Array.Empty<(string, string)>()]);

    internal static async Task OfferAsync(TestBrowser office, string call, string partner, int seats, params (string, string)[] needs)
    {
        var offer = (await OffersAsync(office, call)).First(o => o.Text.StartsWith(partner, StringComparison.Ordinal));
        await office.DoneAsync(call, call + "/places", [("offer", offer.Value), ("seats", seats.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. needs]);
    }

    private static (string, string)[] Fields(string opens, string closes, string time) =>
    [
        ("title-en", "Joint cultivation"), ("title-zh", "联合培养"), ("form", "joint-cultivation"), ("year", "2026"), ("opens", opens), ("opens-time", "08:00"), ("closes", closes),
        ("closes-time", time), ("grace", "15"), ("zone", "Asia/Shanghai"), ("choices", "3"), ("accept", "10"),
    ];

    private static async Task<List<(string Value, string Text)>> OffersAsync(TestBrowser office, string call) =>
        [.. Regex.Matches(WebUtility.HtmlDecode(await office.PageAsync(call)), "<option value=\"(?<value>[0-9a-f]{32}/[^\"]+)\">(?<text>[^<]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(m => (m.Groups["value"].Value, m.Groups["text"].Value))];

    internal static List<string> Wishes(string page) => [.. Regex.Matches(page, "(?<=name=\"choice-1\"[\\s\\S]{0,2000}<option value=\")[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(2)).Select(m => m.Value).Distinct()];

    internal static string UnitOf(string page) => Regex.Match(page, "(?<=<option value=\")[0-9a-f]{32}(?=\" selected)", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private static Task<Answer> UploadAsync(TestBrowser student, string mine, string document, string name, byte[] content) =>
        student.UploadAsync(mine, $"{mine}/documents/{document}", ("file-" + document, name, content));
}
