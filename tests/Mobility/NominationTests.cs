using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>Students who accepted a place, put before their partners, who answer by a link.</summary>
public sealed class NominationTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_partner_answers_student_by_student_and_the_place_moves_to_the_stay(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var call = await AcceptedAsync(host, office, "wen.zixi", "mo.yichen");
        var page = call.Address() + "/nominations";
        var delft = call.Places.OrderBy(p => p.Order).ElementAt(1);
        var send = $"{page}/{delft.OrganisationId}/send";
        var shown = await office.ReadAsync(page);
        Assert.Contains("2 students, 0 accepted by partners; 0 partners have not answered.", shown, StringComparison.Ordinal);
        var contact = Regex.Match(shown, $"(?<={delft.OrganisationId}/send\"[\\s\\S]{{0,900}}<option value=\")[0-9a-f]{{32}}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

        // The gate: a stay that begins before the agreement does is not sent, and nothing is kept of the attempt.
        Assert.Contains("The agreement is not in force on the first day.", await office.RefusedAsync(page, send, ("contact", contact), ("from", "2040-09-01"), ("until", "2041-08-31"), ("days", "30")), StringComparison.Ordinal);
        Assert.Contains("before the first", await office.RefusedAsync(page, send, ("contact", contact), ("from", "2027-09-01"), ("until", "2026-08-31"), ("days", "30")), StringComparison.Ordinal);
        Assert.Equal(0, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Nomination>().ViewerNamed().CountAsync()));
        await office.DoneAsync(page, send, ("contact", contact), ("from", "2026-09-01"), ("until", "2027-08-31"), ("days", "30"));
        var link = Regex.Match(await office.PageAsync(page), "/link/[A-Za-z0-9_-]{43}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Contains("1 partners have not answered", await office.ReadAsync(page), StringComparison.Ordinal);

        // Opening ten times and downloading change nothing.
        using var partner = host.Browser();
        using var chinese = host.Browser("zh");
        for (var i = 0; i < 5; i++)
        {
            Assert.Contains("Wen Zixi", await partner.ReadAsync(link), StringComparison.Ordinal);
            Assert.Contains("温子曦", await chinese.ReadAsync(link), StringComparison.Ordinal);
        }

        await using (var zip = new ZipArchive(new MemoryStream(await partner.Http.GetByteArrayAsync(link + "?download=zip"))))
            Assert.Equal("nominations.xlsx", zip.Entries[0].FullName);
        Assert.Equal((byte)'P', (await partner.Http.GetByteArrayAsync(link + "?download=xlsx"))[0]);
        Assert.Equal(1, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Nomination>().ViewerNamed().CountAsync(n => n.State == NominationState.Sent)));

        // A refusal needs a reason; asking for more keeps the link open, and the office answers.
        var nominee = Regex.Match(await partner.PageAsync(link), "(?<=name=\"decide-)[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Contains("Say why", await partner.RefusedAsync(link, null, ("decide-" + nominee, "Refused"), ("signed", "P. de Vries")), StringComparison.Ordinal);
        Assert.Contains("Nothing was decided", await partner.RefusedAsync(link, null, ("signed", "P. de Vries")), StringComparison.Ordinal);
        await partner.DoneAsync(link, null, ("decide-" + nominee, "MoreAsked"), ("message-" + nominee, "Which laboratory?"), ("own-name", "Pieter J. de Vries"), ("own-email", "p.devries@delft.example"), ("signed", "P. de Vries"));
        var asked = await office.ReadAsync(page);
        Assert.Contains("Which laboratory?", asked, StringComparison.Ordinal);
        Assert.Contains("the name is Pieter J. de Vries, the address p.devries@delft.example", asked, StringComparison.Ordinal);
        await office.DoneAsync(page, $"{page}/{nominee}/reply", ("reply-" + nominee, "The membrane laboratory"));
        Assert.Contains("The membrane laboratory", await partner.ReadAsync(link), StringComparison.Ordinal);
        var left = await LeftAsync(host, call, delft);
        Assert.Equal(link + "/done", await partner.DoneAsync(link, null, ("decide-" + nominee, "Accepted"), ("signed", "P. de Vries")));
        Assert.Contains("Every student is decided", await partner.ReadAsync(link + "/done"), StringComparison.Ordinal);
        Assert.Equal(link + "/done", (await partner.GetAsync(link)).Location);

        // The place moved to the stay; the student finds it.
        Assert.Equal(left, await LeftAsync(host, call, delft));
        var stay = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Source == "call"));
        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2027, 8, 31), delft.AgreementId), (stay.From, stay.Until, stay.AgreementId!.Value));
        using var wen = await host.AsAsync("wen.zixi");
        Assert.Contains("Delft University of Technology", await wen.ReadAsync($"/stays/{stay.Id}"), StringComparison.Ordinal);
        using var mo = await host.AsAsync("mo.yichen");
        Assert.Equal(HttpStatusCode.NotFound, (await mo.GetAsync($"/stays/{stay.Id}")).Status);
    }

    /// <summary>The closed demonstration call, allocated by rank, with the places of some students accepted.</summary>
    internal static async Task<Call> AcceptedAsync(RunningHost host, TestBrowser office, params string[] students)
    {
        var call = await host.CallAsync(closed: true);
        var desk = call.Address() + "/allocation";
        await office.DoneAsync(desk, desk + "/freeze");
        await office.DoneAsync(desk, desk + "/run", ("mechanism", "SerialDictatorship"));
        var run = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<AllocationRun>().Select(r => r.Id).SingleAsync());
        await office.DoneAsync($"{desk}/{run}", $"{desk}/{run}/publish");
        foreach (var student in students)
        {
            using var browser = await host.AsAsync(student);
            await browser.DoneAsync(call.Mine(), call.Mine() + "/accept");
        }

        return call;
    }

    private static Task<int> LeftAsync(RunningHost host, Call call, CallPlace place) => host.InAsync(async s =>
        (await s.GetRequiredService<IPlaceLedger>().LeftAsync([place.AgreementId], call.AcademicYear, CancellationToken.None))[place.AgreementId][place.Line]);
}
