using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Mail;
using Entente.Mobility.Changes;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>Students ask for changes of their stays; nothing moves before it is granted, and then everything moves at once.</summary>
public sealed class StayChangeTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_extension_is_signed_by_the_host_supported_granted_and_moves_dates_duties_and_places(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        var (person, supervisor, other) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("Yan", "He", "颜河"), await host.PersonAsync("Lin", "Ke", "林可"));
        var (agreement, line, partner) = await OpenLineAsync(host);
        var id = await UnderWayAsync(host, person, partner, s => s with { HomeSupervisor = supervisor, Agreement = agreement, Line = line, Level = StudyLevel.Doctoral });
        var page = $"/stays/{id}";
        using var student = await host.StudentAsync(person, "gao.lan");
        using var home = await host.StudentAsync(supervisor, "yan.he");
        using var stranger = await host.StudentAsync(other, "lin.ke");
        using var office = await host.AsAsync("tang.yuan");
        using var outside = host.Browser();

        // Limits beside their fields; another student sees nothing.
        var ask = page + "/changes/new/extension";
        Assert.Contains("must come after 31 Aug 2026", await student.RefusedAsync(ask, null, ("day", "2026-08-31"), ("reason", "Experiments")), StringComparison.Ordinal);
        Assert.Contains("At most until 31 Aug 2030", await student.RefusedAsync(ask, null, ("day", "2031-01-01"), ("reason", new string('x', 4001))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(ask)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync(page + "/changes/new/later-start")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync(page + "/changes/new/nothing")).Status);
        var request = await student.DoneAsync(ask, null, ("day", "2027-02-28"), ("reason", "The pilot plant started late."));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(request)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await student.SendAsync(page, ask, ("day", "2027-03-31"), ("reason", "Once more"))).Status);
        Assert.Contains("Waits for the opinion of the home supervisor, Yan He.", await student.ReadAsync(request), StringComparison.Ordinal);
        Assert.Contains("waits for your home supervisor", await student.ReadAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("say what you think of it", await home.ReadAsync("/desk"), StringComparison.Ordinal);

        // The host signs exactly this request.
        await student.DoneAsync(request, request + "/ask", ("name", "Marijke Verbeek"), ("email", "m.verbeek@delft.example"), ("language", "en"));
        var shown = await student.ReadAsync(request);
        Assert.Contains("Waits for the host: Marijke Verbeek", shown, StringComparison.Ordinal);
        var link = Regex.Match(shown, "/link/[A-Za-z0-9_-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var read = await outside.ReadAsync(link);
        foreach (var words in new[] { "31 Aug 2026", "28 Feb 2027", "The pilot plant started late." }) Assert.Contains(words, read, StringComparison.Ordinal);
        var hash = Regex.Match(read, "(?<=name=\"hash\" value=\")[0-9a-f]{64}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        await outside.RefusedAsync(link, null, ("hash", new string('0', 64)), ("signed", "Marijke Verbeek"), ("agree", "true"));
        await outside.DoneAsync(link, null, ("hash", hash), ("signed", "Marijke Verbeek"), ("remark", "A bench is free."), ("agree", "true"));
        Assert.Equal(hash, Convert.ToHexStringLower(await host.InAsync(async s => (await s.GetRequiredService<AppDbContext>().Set<StayChange>().ViewerNamed().SingleAsync(c => c.StayId == id)).Hash())));
        Assert.Equal(hash, Convert.ToHexStringLower((await host.InAsync(s => s.GetRequiredService<OutsideLinks>().Lines(Viewer.System).FirstAsync(l => l.Purpose == SignChange.Purpose && l.SignedBy == "Marijke Verbeek"))).SignedHash!));

        // Only the home supervisor gives the opinion, only the office decides.
        Assert.Equal(HttpStatusCode.NotFound, (await student.SendAsync(request, request + "/opinion", ("for", "yes"), ("opinion", "Of course"))).Status);
        await home.RefusedAsync(request, request + "/opinion", ("for", ""), ("opinion", ""));
        await home.DoneAsync(request, request + "/opinion", ("for", "yes"), ("opinion", "The data are worth it."));
        Assert.NotEqual(HttpStatusCode.SeeOther, (await student.SendAsync(request, request + "/grant")).Status);
        Assert.Equal((new DateOnly(2026, 8, 31), ChangeState.Open), await StandsAsync(host, id));
        var before = await LeftAsync(host, agreement, line, 2026);
        var checks = await office.ReadAsync(request);
        foreach (var words in new[] { "Waits for the decision of the office.", "A place of 2026/27 is taken", "Within the 24 months", "must be applied for by 2 Jul 2026", "No award is tied", "Asked for 172 days ahead", "The data are worth it.", "A bench is free." })
            Assert.Contains(words, checks, StringComparison.Ordinal);
        Assert.Contains("decide", await office.ReadAsync("/desk"), StringComparison.Ordinal);
        await office.DoneAsync(request, request + "/grant", ("condition", "A report by Christmas"));

        Assert.Equal((new DateOnly(2027, 2, 28), ChangeState.Granted), await StandsAsync(host, id));
        Assert.Equal(before - 50, await LeftAsync(host, agreement, line, 2026));
        Assert.Contains(new DateOnly(2027, 3, 30), (await OwedAsync(host, id)).Select(o => o.Due));
        var history = await student.ReadAsync(page);
        foreach (var words in new[] { "granted: Last day 31 Aug 2026 → 28 Feb 2027", "asked for: Last day", "1 Sep 2025 – 28 Feb 2027" }) Assert.Contains(words, history, StringComparison.Ordinal);
        Assert.Contains("A report by Christmas", await student.ReadAsync(request), StringComparison.Ordinal);
        Assert.Equal(1, await host.InAsync(s => s.GetRequiredService<MailBoard>().Lines(null, "Granted: Extension at").CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(page, request + "/refuse", ("reason", "Too late"))).Status);

        // Two years ahead the next one is too long for the form; the places of a full year are refused by the ledger.
        var longer = await student.DoneAsync(ask, null, ("day", "2027-09-30"), ("reason", "One more winter"));
        Assert.Contains("This form allows 24 months, until 31 Aug 2027.", await office.RefusedAsync(longer, longer + "/grant"), StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2027, 2, 28), ChangeState.Open), await StandsAsync(host, id));
        await office.DoneAsync(longer, longer + "/refuse", ("reason", "Beyond two years"));
        Assert.Contains("Beyond two years", await student.ReadAsync(longer), StringComparison.Ordinal);

        // Back to the day first planned: the place of the further year is given back, and an end on that day breaks nothing off.
        var earlier = await student.DoneAsync(page + "/changes/new/earlier-return", null, ("day", "2026-08-31"), ("reason", "Finished early"));
        await office.DoneAsync(earlier, earlier + "/grant");
        Assert.Equal(before, await LeftAsync(host, agreement, line, 2026));
        Assert.False(await host.InAsync(async s => (await s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Id == id)).IsBrokenOffAt(new(2026, 8, 31))));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Without_a_place_of_the_next_academic_year_nothing_is_granted_and_nothing_moves(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        var person = await host.PersonAsync("Gao", "Lan", "高岚");
        var (agreement, line, partner) = await OpenLineAsync(host);
        var id = await UnderWayAsync(host, person, partner, s => s with { Agreement = agreement, Line = line, Level = StudyLevel.Doctoral });
        var left = await LeftAsync(host, agreement, line, 2026);
        await host.InAsync(async s =>
        {
            Assert.Null(await s.GetRequiredService<IPlaceLedger>().UseAsync(new(agreement, line, 2026, StudyLevel.Doctoral, PlaceLength.Semester, left / 50, partner, new("test", Id<Stay>.New().Value)), CancellationToken.None));
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        using var office = await host.AsAsync("tang.yuan");
        var request = await office.DoneAsync($"/stays/{id}/changes/new/extension", null, ("day", "2027-02-28"), ("reason", "On behalf of the student"));
        Assert.Contains("A place of 2026/27 is needed; none is left.", await office.RefusedAsync(request, request + "/grant"), StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2026, 8, 31), ChangeState.Open), await StandsAsync(host, id));

        // Thirty days into the next year take no place; the request before is taken back first.
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/stays/{id}/changes/new/extension")).Status);
        await office.DoneAsync(request, request + "/take-back", ("reason", "Shorter"));
        var shorter = await office.DoneAsync($"/stays/{id}/changes/new/extension", null, ("day", "2026-09-30"), ("reason", "Four weeks"));
        await office.DoneAsync(shorter, shorter + "/grant");
        Assert.Equal((new DateOnly(2026, 9, 30), ChangeState.Granted), await StandsAsync(host, id));

        // A stay that ends leaves no request open.
        var last = await office.DoneAsync($"/stays/{id}/changes/new/topic", null, ("topic-en", "Other membranes"), ("reason", "New samples"));
        await office.DoneAsync($"/stays/{id}", $"/stays/{id}/end", ("on", "2026-03-10"), ("reason", "Illness"));
        Assert.Contains("The stay ended before it was decided.", await office.ReadAsync(last), StringComparison.Ordinal);
        Assert.All(await host.InAsync(async s => await s.GetRequiredService<IObligations>().OfAsync(new(StayChange.RecordKind, Guid.Parse(last[^32..])), CancellationToken.None)), o => Assert.Equal(ObligationState.Released, o.State));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Start_supervisor_and_topic_change_as_asked_unless_the_stay_changed_meanwhile(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (person, verbeek) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("Verbeek", "Marijke", "韦贝克"));
        var id = await host.StayAsync(person, await host.PartnerAsync(), new(2026, 8, 1), new(2027, 7, 31));
        var page = $"/stays/{id}";
        using var student = await host.StudentAsync(person, "gao.lan");
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");

        var start = await student.DoneAsync(page + "/changes/new/later-start", null, ("day", "2026-09-15"), ("reason", "Visa"));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync("/my-stays", start + "/grant")).Status);
        await office.DoneAsync(start, start + "/grant");
        Assert.Equal((new DateOnly(2026, 9, 15), 2026), await host.InAsync(async s => (await s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).Where(x => x.Id == id).Select(x => new { x.From, x.AcademicYear }).SingleAsync()) is var x ? (x.From, x.AcademicYear) : default));
        Assert.Contains(new DateOnly(2026, 8, 16), (await OwedAsync(host, id)).Select(o => o.Due));

        var supervisor = await student.DoneAsync(page + "/changes/new/host-supervisor", null, ("host", "Marijke Verbeek, m.verbeek@delft.example"), ("reason", "Sabbatical"));
        Assert.Contains("Required", await office.RefusedAsync(supervisor, supervisor + "/grant"), StringComparison.OrdinalIgnoreCase);
        await office.RefusedAsync(supervisor, supervisor + "/grant", ("host", person.ToString()));
        await office.DoneAsync(supervisor, supervisor + "/grant", ("host", verbeek.ToString()));
        var topic = await student.DoneAsync(page + "/changes/new/topic", null, ("topic-en", "Membranes in the cold"), ("reason", "Better samples"));
        await office.DoneAsync(topic, topic + "/grant");
        var shown = await student.ReadAsync(page);
        foreach (var words in new[] { "Verbeek", "Membranes in the cold", "1 Aug 2026 → 15 Sep 2026" }) Assert.Contains(words, shown, StringComparison.Ordinal);

        // The dates were changed by hand after the request: it says so and grants nothing.
        var stale = await student.DoneAsync(page + "/changes/new/extension", null, ("day", "2027-12-31"), ("reason", "More"));
        var token = CallScene.Token(await office.ReadAsync(page + "/edit"));
        await office.DoneAsync(page + "/edit", null, ("token", token), ("from", "2026-09-15"), ("until", "2027-08-31"), ("topic-en", "Membranes in the cold"), ("host", verbeek.ToString()));
        Assert.Contains("was changed since this was asked for", await office.RefusedAsync(stale, stale + "/grant"), StringComparison.Ordinal);
        await student.DoneAsync(stale, stale + "/take-back");
        Assert.Contains("Taken back on", await student.ReadAsync(stale), StringComparison.Ordinal);
        Assert.DoesNotContain("Your request (", await student.ReadAsync("/desk"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_letter_is_read_by_those_who_see_the_stay_and_a_file_of_another_kind_is_refused(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (person, other) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("Lin", "Ke", "林可"));
        var id = await host.StayAsync(person, await host.PartnerAsync(), form: "cotutelle");
        var page = $"/stays/{id}";
        using var student = await host.StudentAsync(person, "gao.lan");
        using var stranger = await host.StudentAsync(other, "lin.ke");
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var letter = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

        var refused = await student.UploadAsync(page + "/changes/new/topic", null, "letter.exe", [77, 90, 0, 0], ("topic-en", "Cold water"), ("reason", "Samples"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Cold water", refused.Body, StringComparison.Ordinal);
        var sent = await student.UploadAsync(page + "/changes/new/topic", null, "letter.pdf", letter, ("topic-en", "Cold water"), ("reason", "Samples"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        await ReadByAsync(sent.Location!);

        // The same for what shows that a milestone was reached.
        await office.DoneAsync(page + "/two-degrees", null, ("begins", "2025-09-01"), ("ends", "2029-08-31"));
        var reached = await student.UploadAsync(page + "/two-degrees", page + "/two-degrees/enrolment-home/reached", "enrolment.pdf", letter, ("on", "2025-09-03"), ("note", "Certificate of enrolment"));
        Assert.Equal(HttpStatusCode.SeeOther, reached.Status);
        await ReadByAsync(page + "/two-degrees");

        async Task ReadByAsync(string shown)
        {
            var file = Regex.Match(await office.PageAsync(shown), "/files/[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
            Assert.Equal(HttpStatusCode.OK, (await student.GetAsync(file)).Status);
            Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(file)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(file)).Status);
        }
    }

    [Theory]
    [InlineData("2026-08-31", "2026-09-30", "")]
    [InlineData("2026-08-31", "2026-10-01", "2026 Semester")]
    [InlineData("2026-08-31", "2027-08-31", "2026 Year")]
    [InlineData("2026-08-31", "2028-01-31", "2026 Year, 2027 Semester")]
    [InlineData("2027-02-28", "2027-07-31", "2026 Semester")]
    [InlineData("2027-02-28", "2027-02-28", "")]
    public void Added_days_take_places_of_the_years_they_lie_in(string planned, string until, string taken) => Assert.Equal(taken, string.Join(", ",
        StayYear.Of(2025, DateOnly.Parse(planned, null), DateOnly.Parse(until, null), 30, 190, new(new(9, 1))).Select(y => $"{y.Year} {y.Length}")));

    /// <summary>A line of the demonstration school with room in both academic years, under an agreement that runs on.</summary>
    private static Task<(AgreementId Agreement, string Line, OrganisationId Partner)> OpenLineAsync(RunningHost host) => host.InAsync(async s =>
    {
        var (agreements, ledger) = (s.GetRequiredService<IAgreements>(), s.GetRequiredService<IPlaceLedger>());
        var running = await agreements.Cards(Viewer.System).Where(a => a.State == AgreementState.Active && a.EffectiveOn < new DateOnly(2025, 9, 1) && (a.LastDay == null || a.LastDay > new DateOnly(2028, 1, 1))).OrderBy(a => a.Number).Select(a => a.Id).ToListAsync();
        var (lines, partners) = (await agreements.PlacesAsync(running, CancellationToken.None), await agreements.PartnersAsync(running, CancellationToken.None));
        var (now, next) = (await ledger.LeftAsync(running, 2025, CancellationToken.None), await ledger.LeftAsync(running, 2026, CancellationToken.None));
        return (from agreement in running
                from line in lines[agreement]
                where partners[agreement].Count == 1 && line is { Direction: PlaceDirection.Out, Within: null, Unit: null, Field: null, AcademicYear: null, Level: null or StudyLevel.Doctoral }
                    && now[agreement][line.Code] >= 100 && next[agreement][line.Code] >= 100
                select (agreement, line.Code, partners[agreement][0])).First();
    });

    /// <summary>A stay from September to August, begun, with its place taken.</summary>
    private static async Task<Id<Stay>> UnderWayAsync(RunningHost host, PersonId person, OrganisationId partner, Func<NewStay, NewStay> adjust)
    {
        var id = await host.StayAsync(person, partner, new(2025, 9, 1), new(2026, 8, 31), adjust);
        await host.InAsync(async s =>
        {
            var stay = await s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Id == id);
            Assert.Null(await s.GetRequiredService<StayPlaces>().TakeAsync(stay, CancellationToken.None));
            await s.GetRequiredService<StayMoves>().ArriveAsync(stay, stay.From, CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        return id;
    }

    private static Task<int> LeftAsync(RunningHost host, AgreementId agreement, string line, int year) => host.InAsync(async s =>
        (await s.GetRequiredService<IPlaceLedger>().LeftAsync([agreement], year, CancellationToken.None))[agreement][line]);

    private static Task<(DateOnly Until, ChangeState Latest)> StandsAsync(RunningHost host, Id<Stay> id) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        return ((await db.Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Id == id)).Until, (await db.Set<StayChange>().ViewerNamed().Where(c => c.StayId == id).OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Id).FirstAsync()).State);
    });

    private static Task<IReadOnlyList<ObligationCard>> OwedAsync(RunningHost host, Id<Stay> id) => host.InAsync(s => s.GetRequiredService<IObligations>().OfAsync(new(Stay.RecordKind, id.Value), CancellationToken.None));
}
