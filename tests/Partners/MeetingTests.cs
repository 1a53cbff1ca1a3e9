using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Entente.Ui.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

public sealed class MeetingTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_meeting_is_planned_held_and_counts_as_the_last_talk_and_its_follow_up_is_owed(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var dean = await host.SignedInAsync(BuiltInRole.Dean, "SOE", "zh");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var (partner, _) = await host.InAsync(BalancePageTests.SignedAsync);
        var page = $"/partners/{partner}";
        var today = Scene.Today;

        var refused = await office.SendAsync(page + "/meetings/new", page + "/meetings/new", ("subject", ""), ("on", "soon"), ("starts", "25:10"), ("minutes", "2"), ("form", "Call"), ("school-names", new string('x', 200)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var sentence in new[] { "Enter a time of day as hour:minute", "value=\"25:10\"", "at most 160" }) Assert.Contains(sentence, WebUtility.HtmlDecode(refused.Body), StringComparison.OrdinalIgnoreCase);

        var planned = await office.SendAsync(
            page + "/meetings/new", page + "/meetings/new", ("subject", "Places at renewal"), ("on", "2026-03-12"), ("starts", "16:00"), ("minutes", "90"), ("form", "Call"), ("place", "Video call"),
            ("agenda", "- three places\n\n<script>alert(1)</script> [here](javascript:alert(1))"), ("partner-names", "Anneke de Vries\nBram Visser"), ("school-names", "Tang Yuan"));
        Assert.Equal(HttpStatusCode.SeeOther, planned.Status);
        var meeting = planned.Location!;
        var shown = await office.PageAsync(meeting);
        Assert.Contains("Was it held?", shown, StringComparison.Ordinal);
        Assert.Contains("16:00–17:30", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", shown, StringComparison.Ordinal);
        Assert.Contains("Places at renewal", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("Places at renewal", await dean.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("会谈：Places at renewal", await dean.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(meeting)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dean.SendAsync(meeting, meeting + "/hold")).Status);

        var calendar = await office.GetAsync(meeting + "/meeting.ics");
        Assert.Contains("DTSTART:20260312T080000Z", calendar.Body, StringComparison.Ordinal);
        Assert.Contains("DTEND:20260312T093000Z", calendar.Body, StringComparison.Ordinal);

        // Nothing counts before it was held; then it is the last talk.
        Assert.DoesNotContain("id=\"note-", await office.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(meeting, meeting + "/hold")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(meeting, meeting + "/hold")).Status);
        Assert.Equal((NoteKind.Call, today, "Places at renewal"), await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Note>().ViewerNamed().Where(n => n.WithdrawnAt == null).Select(n => ValueTuple.Create(n.Kind, n.On, n.Text.ToString())).SingleAsync()));
        Assert.Contains("Open the meeting", await office.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains("Places at renewal", await office.PageAsync(page + "/briefing"), StringComparison.Ordinal);
        Assert.Contains("write the minutes", await office.PageAsync("/desk"), StringComparison.Ordinal);

        // Minutes in editions.
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(meeting, meeting + "/minutes", ("text", "Three places **stay**."))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(meeting, meeting + "/minutes", ("text", "Four places."), ("edition", "1"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(meeting, meeting + "/minutes", ("text", "Four places."), ("edition", "1"), ("reason", "Misheard"))).Status);
        var stale = await office.SendAsync(meeting, meeting + "/minutes", ("text", "Five places."), ("edition", "1"), ("reason", "Again"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("Somebody else corrected the minutes meanwhile", stale.Body, StringComparison.Ordinal);
        var corrected = await office.PageAsync(meeting);
        foreach (var words in new[] { "Four places.", "<strong>stay</strong>", "Corrected: Misheard", "One earlier edition" }) Assert.Contains(words, corrected, StringComparison.Ordinal);

        // What is to be done is an obligation: on the desk, met with a receipt.
        var bad = await office.SendAsync(meeting, meeting + "/follow-ups", ("what", "Send the text"), ("owner", "nobody"), ("due", "2026-03-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(meeting, meeting + "/follow-ups", ("what", "Send the text"), ("owner", BuiltInRole.Coordinator), ("due", "2026-03-20"))).Status);
        Assert.Contains("Send the text", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("Send the text", await office.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains("<td>1</td>", Regex.Replace(await office.PageAsync("/meetings?when=month"), "<td[^>]*><span[^>]*>1</span></td>", "<td>1</td>", RegexOptions.None, TimeSpan.FromSeconds(1)), StringComparison.Ordinal);
        var followUp = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<MeetingFollowUp>().Select(f => f.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await dean.SendAsync(meeting, $"{meeting}/follow-ups/{followUp}/done", ("receipt", "Sent"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(meeting, $"{meeting}/follow-ups/{followUp}/done", ("receipt", "Sent on Monday"))).Status);
        Assert.Contains("Sent on Monday", await office.PageAsync(meeting), StringComparison.Ordinal);
        Assert.Contains("没有待办事项", await dean.PageAsync(meeting), StringComparison.Ordinal);

        // Another follow-up is owed; withdrawing the meeting ends it and the talk.
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(meeting, meeting + "/follow-ups", ("what", "Call again"), ("owner", BuiltInRole.Coordinator), ("due", "2026-03-20"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(meeting, meeting + "/withdraw", ("reason", " "))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(meeting, meeting + "/withdraw", ("reason", "Wrong partner"))).Status);
        Assert.DoesNotContain("Call again", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("Open the meeting", await office.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains("Wrong partner", await office.PageAsync(meeting), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(meeting + "/meeting.ics")).Status);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Who_takes_part_sees_the_meeting_without_seeing_partners_and_it_is_found_changed_and_called_off(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var (partner, agreement) = await host.InAsync(BalancePageTests.SignedAsync);
        var page = $"/partners/{partner}";
        var person = await host.InAsync(async s =>
        {
            var (db, persons) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<IPersons>());
            var added = persons.Add(new(new("Gao", "Lan", true, "高岚"), null, null, null, "test"));
            await db.SaveChangesAsync();
            return added;
        });
        var planned = await office.SendAsync(
            page + "/meetings/new", page + "/meetings/new", ("subject", "双学位安排"), ("on", "2026-04-02"), ("form", "InPerson"), ("place", "Room 501"), ("person", person.ToString()), ("agreement", agreement.ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, planned.Status);
        var meeting = planned.Location!;
        Assert.Contains("Gao Lan", await office.PageAsync(meeting), StringComparison.Ordinal);
        var key = Id<Meeting>.Parse(meeting.Split('/')[^1], null);

        // The one who takes part, with no right to partners at all.
        var guest = Viewer.Of(Guid.CreateVersion7(), person.Value, "Gao Lan", []);
        Assert.Equal([key], await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Meeting>().VisibleTo(guest).Select(m => m.Id).ToListAsync()));
        Assert.Empty(await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Meeting>().VisibleTo(Viewer.Of(Guid.CreateVersion7(), Guid.CreateVersion7(), "Nobody", [])).ToListAsync()));
        var desk = await host.InAsync(async s =>
        {
            var lines = new List<DeskLine>();
            foreach (var source in s.GetServices<IDeskSource>()) lines.AddRange(await source.WaitingAsync(guest, CancellationToken.None));
            return lines;
        });
        Assert.Equal((new DateOnly(2026, 4, 2), meeting), (Assert.Single(desk).Due, desk[0].Address));

        var changed = await office.SendAsync(meeting + "/edit", meeting + "/edit", ("subject", "双学位安排"), ("on", "2026-04-03"), ("form", "Call"), ("partner-names", "Anneke de Vries"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.Status);
        Assert.Empty(await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Meeting>().VisibleTo(guest).ToListAsync()));
        Assert.Contains("Anneke de Vries", (await office.GetAsync("/meetings/export?format=csv&when=coming")).Body, StringComparison.Ordinal);
        Assert.Contains("双学位安排", await office.PageAsync("/meetings?q=双学位"), StringComparison.Ordinal);
        Assert.DoesNotContain("双学位安排", await office.PageAsync("/meetings?state=Held"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(meeting, meeting + "/hold")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(meeting, meeting + "/call-off", ("reason", "Their term begins"))).Status);
        Assert.Contains("Called off: Their term begins", await office.PageAsync(meeting), StringComparison.Ordinal);
        Assert.Contains("meeting called off", await office.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", (await office.GetAsync(meeting + "/meeting.ics")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_can_do_no_harm()
    {
        var html = MarkdownHtml.Of("# Title\n\n<b>x</b> ![p](http://tracker.example/a.png) [a](javascript:alert(1)) <javascript:alert(2)> [ok](https://a.example) [d](data:text/html,x)");
        Assert.Contains("<h3>Title</h3>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"data", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("href=\"https://a.example\"", html, StringComparison.Ordinal);
    }
}
