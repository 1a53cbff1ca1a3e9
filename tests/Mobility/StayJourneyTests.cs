using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Mobility.Tests;

public sealed class StayJourneyTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Steps_are_owed_backwards_from_the_start_move_with_it_and_stay_done(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var person = await host.PersonAsync("Gao", "Lan", "高岚");
        using var student = await host.StudentAsync(person, "gao.lan");
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var id = await host.StayAsync(person, await host.PartnerAsync(), new(2026, 9, 1), new(2027, 8, 31));
        var page = $"/stays/{id}";

        var owed = await OwedAsync(host, id);
        Assert.Equal((new DateOnly(2026, 6, 18), ObligationState.Open), owed["visa"]);
        Assert.Equal((new DateOnly(2027, 9, 30), ObligationState.Open), owed["return-report"]);
        Assert.Equal((new DateOnly(2027, 3, 1), ObligationState.Open), owed["mobility.report 1"]);
        Assert.DoesNotContain("mobility.report 2", owed.Keys);
        Assert.Contains("Apply for the visa", await student.PageAsync(page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await student.SendAsync(page, page + "/steps/visa/done", ("receipt", " "))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await student.SendAsync(page, page + "/steps/visa/done", ("receipt", "Visa no. 4711"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await student.SendAsync(page, page + "/steps/visa/done", ("receipt", "again"))).Status);
        Assert.Contains("Visa no. 4711", await office.PageAsync(page), StringComparison.Ordinal);

        // Two weeks later: what is open moves, what is done stays done.
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page + "/edit", null, ("token", await TokenAsync(office, page)), ("from", "2026-09-15"), ("until", "2027-02-28"))).Status);
        var moved = await OwedAsync(host, id);
        Assert.Equal((new DateOnly(2026, 6, 18), ObligationState.Fulfilled), moved["visa"]);
        Assert.Equal((new DateOnly(2026, 8, 16), ObligationState.Open), moved["insurance"]);
        Assert.Equal((new DateOnly(2027, 3, 30), ObligationState.Open), moved["return-report"]);
        Assert.Equal(ObligationState.Released, moved["mobility.report 1"].State);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_report_is_co_signed_by_link_on_exactly_its_words_and_an_outcome_is_confirmed_by_another(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (person, verbeek) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("Verbeek", "Marijke", "韦贝克"));
        var id = await host.StayAsync(person, await host.PartnerAsync(), new(2026, 3, 1), new(2027, 2, 28), s => s with { HostSupervisor = verbeek });
        await host.InAsync(async s =>
        {
            var (db, moves) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<StayMoves>());
            await moves.ArriveAsync(await db.Set<Stay>().VisibleTo(Viewer.System).SingleAsync(), new(2026, 3, 1), CancellationToken.None);
            await db.SaveChangesAsync();
        });
        var (page, report) = ($"/stays/{id}", $"/stays/{id}/reports/1");
        using var student = await host.StudentAsync(person, "gao.lan");
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var outside = host.Browser();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await student.SendAsync(report, null, ("text", " "))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await student.SendAsync(report, null, ("text", "The pilot plant runs. <script>alert(1)</script>"))).Status);
        Assert.DoesNotContain("<script>alert", await student.PageAsync(report), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await student.SendAsync(report, report + "/ask", ("name", "Marijke Verbeek"), ("email", "nowhere"), ("language", "en"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await student.SendAsync(report, report + "/ask", ("name", "Marijke Verbeek"), ("email", "m.verbeek@delft.example"), ("language", "en"))).Status);
        var link = Regex.Match(await student.PageAsync(report), "/link/[A-Za-z0-9_-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var shown = await outside.PageAsync(link);
        Assert.Contains("The pilot plant runs.", shown, StringComparison.Ordinal);
        var hash = Regex.Match(shown, "(?<=name=\"hash\" value=\")[0-9a-f]{64}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

        // The words change while the page is open: the old page signs nothing.
        Assert.Equal(HttpStatusCode.SeeOther, (await student.SendAsync(report, null, ("text", "The pilot plant stands still."))).Status);
        var stale = await outside.SendAsync(link, null, ("hash", hash), ("signed", "Marijke Verbeek"), ("agree", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("changed after the page was opened", stale.Body, StringComparison.Ordinal);
        hash = Regex.Match(await outside.PageAsync(link), "(?<=name=\"hash\" value=\")[0-9a-f]{64}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await outside.SendAsync(link, null, ("hash", hash), ("signed", "Marijke Verbeek"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await outside.SendAsync(link, null, ("hash", hash), ("signed", "Marijke Verbeek"), ("remark", "Well done"), ("agree", "true"))).Status);
        var signed = await office.PageAsync(report);
        foreach (var words in new[] { "Co-signed by Marijke Verbeek", "Well done", hash[..16] }) Assert.Contains(words, signed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await student.SendAsync(page, report, ("text", "Other words"))).Status);
        Assert.Equal(ObligationState.Fulfilled, (await OwedAsync(host, id))["mobility.report 1"].State);
        Assert.Equal(hash, Convert.ToHexStringLower((await host.InAsync(s => s.GetRequiredService<OutsideLinks>().Lines(Viewer.System).SingleAsync())).SignedHash!));

        // An outcome: limits, a DOI in its usual spellings, confirmed by another only.
        host.Clock.Move(Duration.FromDays(60));
        using var later = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var confirming = await host.SignedInAsync(BuiltInRole.Head, "SOE");
        var refused = await later.SendAsync(page, page + "/outcomes", ("kind", "Paper"), ("reference", "https://elsewhere.example/10.5555"), ("on", "2025-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var words in new[] { "A DOI reads", "comes after the first day" }) Assert.Contains(words, refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await later.SendAsync(page, page + "/outcomes", ("kind", "Paper"), ("title-en", "Membranes in the cold"), ("reference", "https://doi.org/10.5555/Cold.1"), ("on", "2026-04-20"), ("with", verbeek.ToString()))).Status);
        Assert.Contains("recorded for the stay already", (await later.SendAsync(page, page + "/outcomes", ("kind", "Paper"), ("title-en", "Membranes"), ("reference", "doi:10.5555/cold.1"), ("on", "2026-04-20"))).Body, StringComparison.Ordinal);
        var outcome = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Outcome>().ViewerNamed().Select(o => o.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await later.SendAsync(page, $"{page}/outcomes/{outcome}/confirm")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await confirming.SendAsync("/my-stays", $"{page}/outcomes/{outcome}/confirm")).Status);
        var told = await later.PageAsync(page);
        foreach (var words in new[] { "Membranes in the cold", "https://doi.org/10.5555/cold.1", "Verbeek", "confirmed by" }) Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await later.SendAsync(page, $"{page}/outcomes/{outcome}/withdraw", ("reason", "Retracted"))).Status);
        Assert.DoesNotContain("https://doi.org/10.5555/cold.1", await later.PageAsync(page), StringComparison.Ordinal);
    }

    private static async Task<string> TokenAsync(TestBrowser browser, string page) =>
        Regex.Match(await browser.PageAsync(page + "/edit"), "(?<=name=\"token\" value=\")[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private static Task<Dictionary<string, (DateOnly Due, ObligationState State)>> OwedAsync(RunningHost host, Id<Stay> id) => host.InAsync(async s =>
        (await s.GetRequiredService<IObligations>().OfAsync(new(Stay.RecordKind, id.Value), CancellationToken.None))
            .ToDictionary(o => o.Kind == StayDuties.Step ? o.Instance : (o.Kind + " " + o.Instance).Trim(), o => (o.Due, o.State)));
}
