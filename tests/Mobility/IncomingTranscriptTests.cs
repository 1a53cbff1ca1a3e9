using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>A guest is here: courses, the transcript the partner fetches, the letter of admission, what is counted.</summary>
public sealed class IncomingTranscriptTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Courses_taken_here_become_a_transcript_that_the_partner_fetches_and_guests_are_counted(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var (partner, contact, _) = await host.HostableAsync();
        var link = await host.InvitedAsync(office, partner, contact);
        var (balance, counted) = (await BalanceAsync(host, partner), await CountedAsync(host));
        using var coordinator = host.Browser();
        await coordinator.DoneAsync(link, null, IncomingScene.Nominee(form: "exchange-semester", from: "2026-03-12", until: "2026-08-20"));
        using var student = host.Browser();
        var page = await host.AppliedAsync(student, await host.LinkToAsync("ingrid@sandvik.example"));

        // Admitted with the letter: its number is given in the same transaction, and student and partner fetch it.
        var shown = await office.PageAsync(page);
        var letter = Regex.Match(shown, "(?<=<option value=\")[0-9a-f]{32}(?=\"[^>]*>Letter of admission · Word)", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.NotEmpty(letter);
        await office.DoneAsync(page, page + "/admit", await office.DecisionAsync(page, ("letter", letter)));
        var stay = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Source == "nomination"));
        Assert.Matches("2026/ADM/[0-9]{4}", await office.ReadAsync(page));
        Assert.Equal(balance + 50, await BalanceAsync(host, partner));
        var courses = $"/stays/{stay.Id}/courses";
        Assert.Contains("Courses are entered once the student is here", await office.ReadAsync(courses), StringComparison.Ordinal);

        await office.DoneAsync($"/stays/{stay.Id}", $"/stays/{stay.Id}/arrive", ("on", "2026-03-12"));
        Assert.Contains("Here", await coordinator.ReadAsync(link), StringComparison.Ordinal);
        Assert.Equal(counted + 1, await CountedAsync(host));
        Assert.Equal(courses, (await office.GetAsync($"/stays/{stay.Id}/transcript")).Location);
        Assert.Contains("value=\"Water Quality\"", await office.PageAsync(courses), StringComparison.Ordinal);
        Assert.Contains("Enter this", await office.RefusedAsync(courses, null, ("title-0", "Water Quality"), ("credits-0", "3")), StringComparison.Ordinal);
        await office.DoneAsync(courses, null, ("code-0", "ENV1"), ("title-0", "Water Quality"), ("credits-0", "3"), ("grade-0", "A-"), ("title-1", "Ecology"), ("credits-1", "2,5"), ("grade-1", "91"));
        Assert.Contains("5.5", await office.ReadAsync(courses), StringComparison.Ordinal);
        using (var reader = await host.AsAsync("qiu.zhiyuan")) Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync("/desk", courses, ("title-0", "x"))).Status);

        // Numbered, by the template that comes with the product; while it holds, the courses stay.
        await IssueAsync(host, office, stay);
        var issued = await office.ReadAsync(courses);
        Assert.Matches("Transcript 2026/TRS/[0-9]{4} holds", issued);
        Assert.Contains("Revoke it first", await office.RefusedAsync(courses, null, ("title-0", "x"), ("credits-0", "1"), ("grade-0", "A")), StringComparison.Ordinal);
        await office.DoneAsync(courses, courses + "/tell");
        var fetch = await host.LinkToAsync(contact.Email);
        Assert.NotEqual(link, fetch);
        var file = Regex.Match(await coordinator.PageAsync(fetch), fetch + "/files/[0-9a-f]{32}(?=\">Transcript of records)", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal((byte)'P', (await coordinator.Http.GetByteArrayAsync(file))[0]);
        Assert.Contains("Transcript of records", await student.ReadAsync(await host.LinkToAsync("ingrid@sandvik.example")), StringComparison.Ordinal);

        // Nobody else's link fetches it.
        using var other = host.Browser();
        var falk = await AnotherAsync(host, coordinator, link);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(falk + file[file.IndexOf("/files/", StringComparison.Ordinal)..])).Status);
    }

    private static async Task<string> AnotherAsync(RunningHost host, TestBrowser coordinator, string link)
    {
        await coordinator.DoneAsync(link, null, IncomingScene.Nominee(family: "Falk", email: "falk@sandvik.example", form: "exchange-semester", from: "2026-03-12", until: "2026-08-20"));
        return await host.LinkToAsync("falk@sandvik.example");
    }

    /// <summary>Issues the transcript at its page, and lets the worker make its bytes.</summary>
    private static async Task IssueAsync(RunningHost host, TestBrowser office, Stay stay)
    {
        var of = stay.Id;
        var (transcript, template) = await host.InAsync(async s => (
            await s.GetRequiredService<AppDbContext>().Set<Transcript>().ViewerNamed().Where(t => t.StayId == of).Select(t => t.Id.Value).SingleAsync(),
            await s.GetRequiredService<DocumentTemplates>().Lines().Where(t => t.Code == "TRS" && t.Form == DocumentForm.Word).Select(t => t.Id).SingleAsync()));
        var page = $"/documents/new?kind={Transcript.RecordKind}&key={transcript:N}&template={template}&language=en";
        await office.DoneAsync(page, "/documents/new", ("kind", Transcript.RecordKind), ("key", transcript.ToString("N")), ("template", template.ToString()), ("language", "en"), ("version", "1"), ("do", "issue"));
        await Until.TrueAsync(() => host.InAsync(s => s.GetRequiredService<DocumentBoard>().Lines(Viewer.System).AnyAsync(d => d.RecordKey == transcript && d.State == DocumentState.Issued)));
    }

    private static Task<int> BalanceAsync(RunningHost host, OrganisationId partner) => host.InAsync(async s => (await s.GetRequiredService<IPlaceBalances>().AllAsync(Viewer.System, CancellationToken.None))[partner].Hundredths);

    private static Task<long> CountedAsync(RunningHost host) => host.InAsync(async s =>
        (await s.GetRequiredService<IFigureValues>().OfAsync(["mobility.students.received"], null, Viewer.System, CancellationToken.None))["mobility.students.received"].Value ?? 0);
}
