using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Questions;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

/// <summary>A questionnaire from its first question to its export, over real HTTP, without a script.</summary>
public sealed class QuestionnaireTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_questionnaire_is_written_published_sent_answered_in_sittings_and_exported(Engine engine)
    {
        await using var house = await AskedAsync(engine);
        var (host, office, form, link) = (house.Host, house.Office, house.Form, house.Link);
        using var outside = host.Browser();
        using var chinese = host.Browser("zh");
        var before = await StateAsync(host);

        // A scanner opens it ten times, in both languages, every page of it: nothing is written, nothing used up.
        for (var i = 0; i < 5; i++)
        {
            Assert.Contains("How did it go?", await outside.PageAsync(link), StringComparison.Ordinal);
            Assert.Contains("合作如何？", await chinese.PageAsync(link + "?page=1"), StringComparison.Ordinal);
        }

        Assert.Contains("3 things are missing or wrong", await outside.PageAsync(link + "?page=check"), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(host));

        // A first sitting ends with a draft; wrong as it is, it is all there the next time, in the other language.
        var saved = await SendAsync(outside, link, 0, 1, "save", ("q2", "o4"), ("q7", "lots"));
        Assert.Equal((HttpStatusCode.SeeOther, link + "?page=1&saved=1"), (saved.Status, saved.Location));
        var page = await chinese.PageAsync(link + "?page=1&saved=1");
        Assert.Contains("草稿已保存", page, StringComparison.Ordinal);
        Assert.Contains("value=\"lots\"", page, StringComparison.Ordinal);
        Assert.Contains("仅在", page, StringComparison.Ordinal);
        Assert.DoesNotContain("lots", await office.PageAsync($"/forms/{form}/answers"), StringComparison.Ordinal);
        Assert.Contains("One more is being written.", await office.PageAsync($"/forms/{form}/answers"), StringComparison.Ordinal);

        var next = await SendAsync(chinese, link, 1, 1, "next", ("q2", "o4"), ("q5", "Too few rooms"), ("q7", "12"));
        Assert.Equal(link + "?page=2", next.Location);
        var check = await SendAsync(chinese, link, 2, 2, "next", ("q8.0.q9", "Workshop"), ("q8.0.q10", "many"));
        Assert.Equal(link + "?page=check", check.Location);
        var missing = await outside.PageAsync(link + "?page=check");
        Assert.Contains($"href=\"{link}?page=2#field-q8-0-q10\"", missing, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}?page=2#field-q11\"", missing, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(outside, link, 3, 2, "submit")).Status);

        // The answer that the condition hung on changes: what depended on it is not kept.
        await SendAsync(outside, link, 3, 1, "next", ("q2", "o3"), ("q5", "Too few rooms"), ("q7", "12"));
        await SendAsync(outside, link, 4, 2, "next", ("q8.0.q9", "=Workshop()"), ("q8.0.q10", "20"), ("q11", "true"));
        var done = await SendAsync(outside, link, 5, 2, "submit");
        Assert.Equal((HttpStatusCode.SeeOther, link + "/done"), (done.Status, done.Location));
        var shown = await outside.PageAsync(link + "/done");
        Assert.Contains("I agree to be quoted.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Too few rooms", shown, StringComparison.Ordinal);
        Assert.Equal(link + "/done", (await outside.GetAsync(link)).Location);
        Assert.Equal(link + "/done", (await outside.SendAsync("/sign-in", link, ("version", "1"), ("token", "6"), ("page", "1"), ("do", "save"), ("q7", "13"))).Location);

        var list = await office.PageAsync($"/forms/{form}/answers");
        Assert.Contains("Anneke de Vries", list, StringComparison.Ordinal);
        var one = await office.PageAsync(Regex.Match(list, $"/forms/{form}/answers/[0-9a-f]{{32}}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        Assert.Contains("=Workshop()", one, StringComparison.Ordinal);
        var csv = (await office.GetAsync($"/forms/{form}/answers/export?format=csv")).Body.Split("\r\n");
        Assert.Equal("Answer,Respondent,About,Version,Submitted,q2 How did it go?,q5 What stood in the way?,q7 How many students?,q8 Plans (rows),q11 Quoting", csv[0]);
        Assert.Contains(",Anneke de Vries,Delft University of Technology,1,", csv[1], StringComparison.Ordinal);
        Assert.EndsWith(",Well,,12,1,I agree to be quoted.", csv[1], StringComparison.Ordinal);
        await using var zip = new ZipArchive(new MemoryStream(await office.Http.GetByteArrayAsync($"/forms/{form}/answers/export?format=zip")));
        Assert.Equal(["Answers.csv", "q8.csv", "Answers.xlsx"], zip.Entries.Select(e => e.FullName));
        using var table = new StreamReader(zip.GetEntry("q8.csv")!.Open());
        Assert.Contains(",1,'=Workshop(),20", await table.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_answer_to_a_version_that_is_over_loses_nothing_and_says_what_is_new(Engine engine)
    {
        await using var house = await AskedAsync(engine);
        var (host, office, form, link) = (house.Host, house.Office, house.Form, house.Link);
        using var outside = host.Browser();
        Assert.Equal(HttpStatusCode.OK, (await outside.GetAsync(link)).Status);

        // The page is open in a browser while the next version is published and the first one closed.
        await KeepAsync(office, form, "questions/q7", 11, ("label-en", "How many students, all told?"), ("label-zh", "共有多少学生？"), ("required", "true"), ("most", "50"));
        await KeepAsync(office, form, "questions/new?within=s1&kind=Date", 12, ("label-en", "Since when?"), ("label-zh", "从何时起？"));
        var publish = await office.PageAsync($"/forms/{form}/publish");
        Assert.Contains("How many students? / 多少学生？", publish, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync($"/forms/{form}/publish", null, ("token", "13"), ("earlier", "close"))).Status);

        var late = await SendAsync(outside, link, 0, 1, "next", ("q2", "o3"), ("q7", "forty"));
        Assert.Equal((HttpStatusCode.SeeOther, link), (late.Status, late.Location));
        var page = await outside.PageAsync(link);
        foreach (var said in new[] { "You began under version 1, which is no longer answered.", "Since when?", "forty", "Continue with version 2" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(outside, link, 0, 1, "carry")).Status);
        Assert.Equal(link + "?page=1&carried=1", (await SendAsync(outside, link, 1, 1, "carry")).Location);
        var carried = await outside.PageAsync(link + "?page=1&carried=1");
        Assert.Contains("value=\"forty\"", carried, StringComparison.Ordinal);
        Assert.Contains("Since when?", carried, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"2\"", carried, StringComparison.Ordinal);
        Assert.Contains("No more answers", await office.PageAsync($"/forms/{form}"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_windows_and_two_writers_are_told_and_nothing_typed_is_lost(Engine engine)
    {
        await using var house = await AskedAsync(engine);
        var (host, office, form, link) = (house.Host, house.Office, house.Form, house.Link);
        using var outside = host.Browser();
        await SendAsync(outside, link, 0, 1, "save", ("q2", "o3"), ("q7", "12"));
        var second = await SendAsync(outside, link, 0, 1, "save", ("q2", "o3"), ("q7", "30"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("changed in another window", second.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"30\"", second.Body, StringComparison.Ordinal);
        Assert.Contains("How many students?</a>: 12", second.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"token\" value=\"1\"", second.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(outside, link, 1, 1, "save", ("q2", "o3"), ("q7", "30"))).Status);

        // A condition on something else than the choices is written, and read back, in its words.
        await KeepAsync(office, form, "questions/q2", 11, Choices(("other", "true")));
        await KeepAsync(office, form, "questions/q5", 12, ("label-en", "What stood in the way?"), ("label-zh", "有何困难？"), ("when", "q2"), ("when-kind", "Is"), ("when-value", "其他"));
        Assert.Contains("value=\"Something else\"", await office.PageAsync($"/forms/{form}/questions/q5"), StringComparison.Ordinal);
        await KeepAsync(office, form, "questions/q7", 13, ("label-en", "How many?"), ("label-zh", "多少？"));
        var stale = await office.SendAsync($"/forms/{form}/questions/q7", null, ("token", "13"), ("label-en", "Written meanwhile"), ("label-zh", "同时所写"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("value=\"Written meanwhile\"", stale.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await office.SendAsync($"/forms/{form}", $"/forms/{form}/arrange", ("token", "11"), ("do", "remove.q7"))).Status);
        Assert.Contains("How many?", await office.PageAsync($"/forms/{form}"), StringComparison.Ordinal);
        Assert.Contains("How many students?", await office.PageAsync($"/forms/{form}/versions/1"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Colleagues_answer_signed_in_take_it_back_and_others_see_nothing(Engine engine)
    {
        await using var house = await AskedAsync(engine);
        var (host, office, form) = (house.Host, house.Office, house.Form);
        using var reader = await host.SignedInAsync(BuiltInRole.Reader, "SOE");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var address = $"/forms/{form}/answer";
        Assert.Contains("Cooperation survey: not answered by you yet", await reader.PageAsync("/desk"), StringComparison.Ordinal);
        foreach (var hidden in new[] { address, $"/forms/{form}", $"/forms/{form}/answers", $"/forms/{form}/answers/export?format=zip", house.Page })
            Assert.Equal((hidden, HttpStatusCode.NotFound), (hidden, (await elsewhere.GetAsync(hidden)).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/forms/{form}/answers")).Status);

        await SendAsync(reader, address, 0, 1, "next", ("q2", "o3"), ("q7", "3"));
        await SendAsync(reader, address, 1, 2, "next", ("q11", "true"));
        Assert.Equal((HttpStatusCode.SeeOther, address), ((await SendAsync(reader, address, 2, 2, "submit")) is var done ? (done.Status, done.Location) : default));
        Assert.DoesNotContain("not answered by you yet", await reader.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("signed in", await office.PageAsync($"/forms/{form}/answers"), StringComparison.Ordinal);
        Assert.Equal(address, (await reader.SendAsync(address, address + "/withdraw")).Location);
        Assert.Contains("You took this back.", await reader.PageAsync(address), StringComparison.Ordinal);
        Assert.Contains("Nobody has answered yet.", await office.PageAsync($"/forms/{form}/answers"), StringComparison.Ordinal);

        // After the last day a draft can be saved and not submitted.
        await office.SendAsync(house.Page + "/edit", null, ("token", "1"), ("title-en", "Cooperation survey"), ("title-zh", "合作调查"), ("until", "2026-03-01"), ("colleagues", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(reader, address, 4, 1, "save", ("q2", "o3"), ("q7", "4"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(reader, address, 5, 2, "submit")).Status);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Lists_take_as_many_statements_for_one_as_for_many_and_a_new_one_begins_with_the_questions_of_another(Engine engine)
    {
        var statements = new Statements();
        await using var host = await statements.HostAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var first = await office.SendAsync("/questionnaires/new", null, ("title-en", "Survey 0"), ("title-zh", "调查 0"));
        await KeepAsync(office, first.Location!["/forms/".Length..], "questions/new?within=s1&kind=Date", 1, ("label-en", "Since when?"), ("label-zh", "从何时起？"));
        var one = await statements.OfPagesAsync(office, ["/questionnaires", "/desk"]);
        var like = Regex.Match(await office.PageAsync("/questionnaires"), "/questionnaires/(?<id>[0-9a-f]{32})", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value;
        for (var i = 1; i < 12; i++)
        {
            var next = await office.SendAsync("/questionnaires/new", null, ("title-en", "Survey " + i), ("title-zh", "调查 " + i), ("like", like));
            if (i == 1) Assert.Contains("Since when?", await office.PageAsync(next.Location!), StringComparison.Ordinal);
        }

        Assert.Equal(one, await statements.OfPagesAsync(office, ["/questionnaires", "/desk"]));
        Assert.Contains("Survey 11", await office.PageAsync("/questionnaires"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync("/questionnaires/new", null, ("title-en", "Survey"), ("like", Guid.CreateVersion7().ToString("N")))).Status);
    }

    private static (string, string)[] Choices(params (string, string)[] more) =>
        [("label-en", "How did it go?"), ("label-zh", "合作如何？"), ("required", "true"), ("option-0-en", "Well"), ("option-0-zh", "顺利"), ("option-1-en", "Badly"), ("option-1-zh", "不顺"), .. more];

    private static async Task KeepAsync(TestBrowser office, string form, string page, int token, params (string, string)[] fields)
    {
        var kept = await office.SendAsync($"/forms/{form}/{page}", null, [("token", token.ToString(CultureInfo.InvariantCulture)), .. fields]);
        Assert.True(kept.Status == HttpStatusCode.SeeOther, $"{page}: {kept.Status}");
    }

    private static Task<Answer> SendAsync(TestBrowser browser, string address, int token, int page, string step, params (string, string)[] fields) => browser.SendAsync(
        address, null, [("version", "1"), ("token", token.ToString(CultureInfo.InvariantCulture)), ("page", page.ToString(CultureInfo.InvariantCulture)), ("do", step), .. fields]);

    private static async Task<(LinkLine, int)> StateAsync(RunningHost host) =>
        (Assert.Single(await host.InAsync(s => s.GetRequiredService<OutsideLinks>().Lines(Viewer.System).ToListAsync())) with { MailState = null },
            await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Foundation.Log.LogEntry>().CountAsync()));

    // Written question by question as somebody in the office would, then published and sent to the one contact of the one partner.
    private static async Task<Asked> AskedAsync(Engine engine)
    {
        var host = await RunningHost.StartAsync(engine);
        var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var (partner, _) = await host.InAsync(BalancePageTests.SignedAsync);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(
            $"/partners/{partner}/contacts/new?side=Partner", $"/partners/{partner}/contacts/new", ("side", "Partner"), ("family", "de Vries"), ("given", "Anneke"),
            ("role", "ExchangeCoordinator"), ("title-en", "Coordinator"), ("email", "a.devries@delft.example"), ("language", "en"))).Status);
        var begun = await office.SendAsync("/questionnaires/new", null, ("title-en", "Cooperation survey"), ("title-zh", "合作调查"), ("colleagues", "true"));
        var form = begun.Location!["/forms/".Length..];
        await KeepAsync(office, form, "sections/s1", 1, ("title-en", "Now"), ("title-zh", "现在"));
        await KeepAsync(office, form, "questions/new?within=s1&kind=Choice", 2, Choices());
        await KeepAsync(office, form, "questions/new?within=s1&kind=Lines", 3, ("label-en", "What stood in the way?"), ("label-zh", "有何困难？"), ("required", "true"), ("words", "50"), ("when", "q2"), ("when-kind", "Is"), ("when-value", "不顺"));
        await KeepAsync(office, form, "sections/new", 4, ("title-en", "Next"), ("title-zh", "今后"));
        await KeepAsync(office, form, "questions/new?within=s1&kind=Number", 5, ("label-en", "How many students?"), ("label-zh", "多少学生？"), ("required", "true"), ("least", "0"), ("most", "40"));
        await KeepAsync(office, form, "questions/new?within=s6&kind=Table", 6, ("label-en", "Plans"), ("label-zh", "计划"), ("rows-most", "5"));
        await KeepAsync(office, form, "questions/new?within=q8&kind=Text", 7, ("label-en", "Activity"), ("label-zh", "活动"), ("required", "true"));
        await KeepAsync(office, form, "questions/new?within=q8&kind=Number", 8, ("label-en", "People"), ("label-zh", "人数"));
        await KeepAsync(office, form, "questions/new?within=s6&kind=Agreement", 9, ("label-en", "Quoting"), ("label-zh", "引用"), ("required", "true"), ("statement-en", "I agree to be quoted."));
        var refused = await office.SendAsync($"/questionnaires/new", $"/forms/{form}/publish", ("token", "10"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("The statement is missing in 中文.", refused.Body, StringComparison.Ordinal);
        await KeepAsync(office, form, "questions/q11", 10, ("label-en", "Quoting"), ("label-zh", "引用"), ("required", "true"), ("statement-en", "I agree to be quoted."), ("statement-zh", "同意引用。"));
        var preview = await office.PageAsync($"/forms/{form}/preview");
        Assert.Contains("How did it go?", preview, StringComparison.Ordinal);
        Assert.Contains("仅在“合作如何？”为“不顺”时填写", preview, StringComparison.Ordinal);
        var published = await office.SendAsync($"/forms/{form}/publish", null, ("token", "11"));
        Assert.Equal(HttpStatusCode.SeeOther, published.Status);
        var page = published.Location!;
        Assert.Equal((HttpStatusCode.SeeOther, page), (await office.SendAsync("/questionnaires/new", page + "/ask", ("selected", partner.ToString()), ("days", "30"))) is var asked ? (asked.Status, asked.Location) : default);
        var link = Regex.Match(await office.PageAsync(page), "/link/[A-Za-z0-9_-]{43}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal(49, link.Length);
        return new(host, office, form, page, link);
    }

    private sealed record Asked(RunningHost Host, TestBrowser Office, string Form, string Page, string Link) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Office.Dispose();
            await Host.DisposeAsync();
        }
    }
}
