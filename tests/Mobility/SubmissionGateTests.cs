using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>What holds an application at the rules of the pack, and who then sees it; what was answered to a call's own questions, and who reads it.</summary>
public sealed class SubmissionGateTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_application_below_a_rule_is_held_seen_by_the_office_and_taken_by_exception(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var dean = await host.AsAsync("lu.jingxing");
        using var student = await host.AsAsync("wen.zixi");
        using var chinese = await host.AsAsync("wen.zixi", "zh");
        using var other = await host.AsAsync("mo.yichen");
        var call = await ApplicationTests.WrittenAsync(office, "2026-03-20", "17:00", documents: false);
        await ApplicationTests.OfferAsync(office, call, "University of New South Wales", 1);
        await office.DoneAsync(call, call + "/publish");
        var mine = call.Replace("/calls/", "/study-abroad/", StringComparison.Ordinal);
        var page = await student.ReadAsync(mine);
        await student.DoneAsync(mine, null, ("unit", ApplicationTests.UnitOf(page)), ("level", "Doctoral"), ("grade", "61.5"), ("choice-1", ApplicationTests.Wishes(page)[0]));
        Assert.DoesNotContain("Wen Zixi", await office.ReadAsync(call + "/applications"), StringComparison.Ordinal);

        // Handed in: held, for one reason, said in the reader's language; the office sees it, a fellow student does not.
        await student.DoneAsync(mine, mine + "/submit");
        Assert.Contains("The mean grade is below 70 of 100.", await student.ReadAsync(mine), StringComparison.Ordinal);
        Assert.Contains("平均成绩低于70分。", await chinese.ReadAsync(mine), StringComparison.Ordinal);
        Assert.DoesNotContain("61.5", await other.ReadAsync(mine), StringComparison.Ordinal);
        var list = await office.ReadAsync(call + "/applications");
        Assert.Contains("Held by a rule", list, StringComparison.Ordinal);
        var application = Regex.Match(list, "/calls/[0-9a-f]{32}/applications/[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var exception = "/safeguards/exceptions/grant/mobility.submit/mobility.application/" + application[^32..];
        Assert.Contains(exception, await dean.ReadAsync(application), StringComparison.Ordinal);
        Assert.DoesNotContain(exception, await office.ReadAsync(application), StringComparison.Ordinal);
        Assert.Equal(application, await dean.DoneAsync(exception, exception, ("check", "mobility.grade-reached"), ("reason", "Two years of illness."), ("until", "2026-03-20")));
        Assert.Contains("no longer does: submit it again before", await student.ReadAsync(mine), StringComparison.Ordinal);
        await student.DoneAsync(mine, mine + "/submit");
        Assert.Contains("Submitted", await office.ReadAsync(application), StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Submitted, await StateAsync(host, application[^32..]));
        Assert.Superset(new HashSet<string> { "mobility.application.held", "mobility.application.submit" }, (await host.LoggedAsync()).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Somebody_of_the_same_name_among_the_applicants_is_pointed_out_to_the_office_and_holds_nobody(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var namesake = await host.StudentAsync(await host.PersonAsync("Qin", "Ruoxi", "秦若溪"), "namesake");
        var call = await host.CallAsync(closed: false);
        var page = await namesake.ReadAsync(call.Mine());
        var unit = Regex.Match(page, "(?<=name=\"unit\"[\\s\\S]{0,400}<option value=\")[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        await namesake.DoneAsync(call.Mine(), null, ("unit", unit), ("level", "Master"), ("grade", "88"), ("choice-1", ApplicationTests.Wishes(page)[^1]));
        await namesake.DoneAsync(call.Mine(), call.Mine() + "/submit");
        var own = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Application>().VisibleTo(Viewer.System).OrderByDescending(a => a.StartedAt).Select(a => a.Id).FirstAsync());
        Assert.Contains("perhaps one student known twice", await office.ReadAsync($"{call.Address()}/applications/{own}"), StringComparison.Ordinal);
        Assert.DoesNotContain("known twice", await namesake.ReadAsync(call.Mine()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Answers_to_a_calls_own_questions_are_read_with_the_application_and_by_its_reviewer_alone(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var student = await host.AsAsync("qin.ruoxi");
        using var song = await host.AsAsync("song.qiao");
        var call = await host.CallAsync(closed: false);

        // The office asks for a plan as a file and publishes; the student opens the application again and answers.
        var form = (await office.DoneAsync(call.Address(), call.Address() + "/questions"))["/forms/".Length..];
        await office.DoneAsync($"/forms/{form}/questions/new?within=s1&kind=File", null, ("token", "1"), ("label-en", "Plan of the year"), ("label-zh", "年度计划"), ("megabytes", "1"), ("files-most", "1"));
        await office.DoneAsync($"/forms/{form}/publish", null, ("token", "2"));
        await student.DoneAsync(call.Mine(), call.Mine() + "/reopen");
        var answer = $"/forms/{form}/answer";
        var sent = await student.UploadAsync(answer, null, ("q2", "plan.csv", Encoding.UTF8.GetBytes("month,work\n1,reading\n")), ("version", "1"), ("token", "0"), ("page", "1"), ("do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        await student.DoneAsync(answer + "?page=check", answer, ("version", "1"), ("token", "1"), ("page", "1"), ("do", "submit"));
        await student.DoneAsync(call.Mine(), call.Mine() + "/submit");

        var qin = await host.ApplicationAsync(call.Id, "Ruoxi Qin");
        var shown = await office.ReadAsync($"{call.Address()}/applications/{qin.Id}");
        Assert.Contains("Plan of the year", shown, StringComparison.Ordinal);
        var file = Regex.Match(shown, "/files/[0-9a-f]{32}(?=\">plan.csv)", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal(HttpStatusCode.NotFound, (await song.GetAsync(file)).Status);

        // Asked to review it, Song reads the plan.
        var reviews = call.Address() + "/reviews";
        await office.DoneAsync(reviews + "/rubric", null, ReviewTests.Rubric("Plan"));
        await office.DoneAsync(reviews, reviews + "/ask", ("application", qin.Id.ToString()), ("reviewer", await ReviewTests.KeyAsync(host, "song.qiao")));
        var code = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Review>().VisibleTo(Viewer.System).Where(r => r.CallId == call.Id).Select(r => r.Code).SingleAsync());
        Assert.Contains(file, await song.ReadAsync("/reviews/" + code), StringComparison.Ordinal);
        Assert.Equal("month,work\n1,reading\n", await song.Http.GetStringAsync(file));
        using var outsider = await host.AsAsync("mo.yichen");
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(file)).Status);
    }

    private static Task<ApplicationState> StateAsync(RunningHost host, string key) => host.InAsync(s =>
    {
        var id = new Id<Application>(Guid.ParseExact(key, "N"));
        return s.GetRequiredService<AppDbContext>().Set<Application>().VisibleTo(Viewer.System).Where(a => a.Id == id).Select(a => a.State).SingleAsync();
    });
}
