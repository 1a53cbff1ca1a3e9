using System.Net;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Partners.FactSheets;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Partners.Tests;

public sealed class FactSheetTests
{
    private const int Year = 2026;
    private const string OfficeEmail = "office@example.edu";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_partner_corrects_its_sheet_and_contacts_by_link_and_nothing_counts_before_review(Engine engine)
    {
        await using var house = await AskedAsync(engine);
        var (host, office, partner, link) = (house.Host, house.Office, house.Partner, house.Link);
        using var outside = host.Browser();
        var before = await RowsAsync(host);

        // A scanner opens it ten times, and asks for its head: nothing is written, nothing used up.
        for (var i = 0; i < 10; i++)
        {
            var shown = await outside.GetAsync(link);
            Assert.Equal((HttpStatusCode.OK, true, "no-referrer"), (shown.Status, shown.Headers.CacheControl?.NoStore, shown.Headers.GetValues("Referrer-Policy").Single()));
            Assert.Contains("For Anneke de Vries.", shown.Body, StringComparison.Ordinal);
        }

        Assert.Equal(before, await RowsAsync(host));

        var refused = await outside.SendAsync(
            link, null, ("autumn-nominate", "2062-04-15"), ("spring-from", "2027-02-08"), ("spring-until", "2027-02-01"), ("website", "delft exchange"), ("new-0-title", "Advisor"),
            (Contact(house.Contact, "title"), "Coordinator"), (Contact(house.Contact, "email"), "no address"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var sentence in new[]
        {
            "Enter a day of the academic year 2026/27 or of the one before it.", "Enter a day after the term begins.", "Enter a full address that begins with https://.",
            "Enter the name, too.", "Enter one mail address", "Tick the box to send it.", "value=\"delft exchange\"",
        }) Assert.Contains(sentence, refused.Body, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(host));

        var sent = await outside.SendAsync(link, null, Answer(house.Contact));
        Assert.Equal((HttpStatusCode.SeeOther, link + "/done"), (sent.Status, sent.Location));
        Assert.Contains("Confirmed by Anneke de Vries", await outside.PageAsync(link + "/done"), StringComparison.Ordinal);
        Assert.Equal(link + "/done", (await outside.GetAsync(link)).Location);
        var signed = Assert.Single(await LinksAsync(host));
        var stored = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<FactSheet>().ViewerNamed().SingleAsync());
        Assert.Equal(("Anneke de Vries", "127.0.0.1", host.Clock.GetCurrentInstant()), (signed.SignedBy, signed.SignedFrom, signed.AnsweredAt));
        Assert.Equal(FactSheetContent.HashOf(stored.Answer), signed.SignedHash);
        Assert.Equal((FactSheetState.Proposed, Year), (stored.State, stored.Year));
        Assert.DoesNotContain("15 Apr 2026", await office.PageAsync($"/fact-sheets?year={Year}"), StringComparison.Ordinal);
        Assert.Equal(["Anneke de Vries|a.devries@delft.example"], await ContactsAsync(host));

        var page = $"/partners/{partner}/fact-sheet?year={Year}";
        var review = await office.PageAsync(page);
        foreach (var word in new[] { "Answer of Anneke de Vries", "15 Apr 2026", "New contact: Bram Visser (Advisor, bram@delft.example)", "Anneke de Vries: a.vries@delft.example" })
            Assert.Contains(word, review, StringComparison.Ordinal);
        Assert.Contains("answered for Delft University of Technology: fact sheet 2026/27", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, $"/partners/{partner}/fact-sheet/{stored.Id}/confirm")).Status);
        Assert.Contains("15 Apr 2026", await office.PageAsync($"/fact-sheets?year={Year}"), StringComparison.Ordinal);
        Assert.Equal(["Anneke de Vries|a.vries@delft.example", "Bram Visser|bram@delft.example"], await ContactsAsync(host));
        Assert.Contains("Nominate by", await office.PageAsync($"/partners/{partner}"), StringComparison.Ordinal);
        Assert.Contains("15", (await office.GetAsync($"/fact-sheets/export?year={Year}&format=csv")).Body.Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_answer_returned_counts_for_nothing_and_links_expire_are_withdrawn_and_mailed_again(Engine engine)
    {
        await using var house = await AskedAsync(engine);
        var (host, office, partner, link) = (house.Host, house.Office, house.Partner, house.Link);
        using var outside = host.Browser("zh");

        // Asked again: the earlier link is withdrawn, and answers nothing.
        var second = await AskAsync(office, partner, house.Contact);
        var gone = await outside.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("链接已撤回", gone.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync("/link/" + new string('A', 43))).Status);

        // Mailed again from the list: another secret, shown once because no mail server is set.
        Assert.Contains("waits for an answer", await office.PageAsync("/links"), StringComparison.Ordinal);
        var id = (await LinksAsync(host)).Single(l => l.WithdrawnAt is null).Id;
        Assert.Equal("/links", (await office.SendAsync("/links", $"/links/{id}/mail")).Location);
        var third = LinkIn(await office.PageAsync("/links"));
        Assert.NotEqual(second, third);
        Assert.DoesNotContain(third, await office.PageAsync("/links"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync(second)).Status);

        host.Clock.Move(Duration.FromDays(31));
        var late = await outside.GetAsync(third);
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("链接已过期", late.Body, StringComparison.Ordinal);
        await office.SignInAsync(OfficeEmail, RunningHost.Password);
        Assert.Contains("did not answer before the link expired", await office.PageAsync("/desk"), StringComparison.Ordinal);

        var fourth = await AskAsync(office, partner, house.Contact);
        Assert.Equal(HttpStatusCode.SeeOther, (await outside.SendAsync(fourth, null, Answer(house.Contact))).Status);
        var sheet = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<FactSheet>().ViewerNamed().Select(f => f.Id).SingleAsync());
        var page = $"/partners/{partner}/fact-sheet?year={Year}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(page, $"/partners/{partner}/fact-sheet/{sheet}/return", ("reason", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, $"/partners/{partner}/fact-sheet/{sheet}/return", ("reason", "Dates of last year"))).Status);
        Assert.Contains("Dates of last year", await office.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal(["Anneke de Vries|a.devries@delft.example"], await ContactsAsync(host));
        Assert.Contains("没有", (await outside.PageAsync(fourth + "/done")).Replace("未采用", "没有", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Only_the_unit_s_office_sees_asks_and_reviews(Engine engine)
    {
        await using var house = await AskedAsync(engine);
        var (host, office, partner) = (house.Host, house.Office, house.Partner);
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        using var reader = await host.SignedInAsync(BuiltInRole.Reader, "SOE");
        using var outside = host.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await outside.SendAsync(house.Link, null, Answer(house.Contact))).Status);
        var sheet = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<FactSheet>().ViewerNamed().Select(f => f.Id).SingleAsync());
        var page = $"/partners/{partner}/fact-sheet?year={Year}";

        Assert.DoesNotContain("Answer of Anneke", await elsewhere.PageAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("de Vries", await elsewhere.PageAsync("/links"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync(page, $"/partners/{partner}/fact-sheet/{sheet}/confirm")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/links")).Status);
        Assert.Contains("Answer of Anneke", await reader.PageAsync(page), StringComparison.Ordinal);

        // Asking several: the one with nobody to write to is named, and nothing is sent to it.
        var none = await host.InAsync(async s =>
        {
            var added = s.GetRequiredService<Contracts.Directory.IOrganisations>().Add(new(new("Lake University", "湖滨大学"), "CH", new("Town", "某城")));
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return added;
        });
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync($"/partners/{none}/fact-sheet/edit?year={Year}", null, ("teaching", "German"))).Status);
        var bulk = await office.SendAsync("/fact-sheets", "/fact-sheets/ask", ("year", "2026"), ("selected", partner.ToString()), ("selected", none.ToString()));
        Assert.Equal(HttpStatusCode.OK, bulk.Status);
        Assert.Contains("One partner was asked by mail.", bulk.Body, StringComparison.Ordinal);
        Assert.Contains("Not asked, because nobody there has a mail address", bulk.Body, StringComparison.Ordinal);
        Assert.Equal(2, (await LinksAsync(host)).Count);
    }

    [Fact]
    public void A_form_begun_from_last_year_moves_its_dates_by_a_year()
    {
        var last = new FactSheetContent { Autumn = new(new(2026, 4, 15), new(2026, 5, 1), new(2026, 9, 1), new(2027, 1, 20)), Fees = "None", HousingBy = new(2028, 2, 29) };
        var next = FactSheetContents.Next(last);
        Assert.Equal(new FactSheetTerm(new(2027, 4, 15), new(2027, 5, 1), new(2027, 9, 1), new(2028, 1, 20)), next.Autumn);
        Assert.Equal((new DateOnly(2029, 2, 28), "None", new FactSheetTerm()), (next.HousingBy!.Value, next.Fees, next.Spring));
    }

    [Fact]
    public void An_answer_reads_back_as_it_was_signed()
    {
        var answer = new FactSheetAnswer(
            new() { Spring = new(null, new(2026, 10, 1)), Remarks = "“雅思 6.5”\nor C1" }, [new(Guid.Parse("0197c0de-0000-7000-8000-000000000001"), true, "Ana", null, "")]);
        Assert.Equal(answer.ToJson(), FactSheetAnswer.FromJson(answer.ToJson()).ToJson());
    }

    private static (string, string)[] Answer(Guid contact) =>
    [
        ("autumn-nominate", "2026-04-15"), ("autumn-apply", "2026-05-01"), ("autumn-from", "2026-09-01"), ("autumn-until", "2027-01-20"), ("teaching", "English"),
        ("website", "https://delft.example/exchange"), (Contact(contact, "title"), "Coordinator"), (Contact(contact, "email"), "a.vries@delft.example"),
        ("new-0-name", "Bram Visser"), ("new-0-title", "Advisor"), ("new-0-email", "bram@delft.example"), ("signed", "Anneke de Vries"), ("agree", "true"),
    ];

    private static string Contact(Guid contact, string part) => $"contact-{contact:N}-{part}";

    private static async Task<Asked> AskedAsync(Engine engine)
    {
        var host = await RunningHost.StartAsync(engine);
        var office = host.Browser();
        await host.AccountAsync(OfficeEmail, BuiltInRole.Coordinator, "SOE");
        await office.SignInAsync(OfficeEmail, RunningHost.Password);
        var (partner, _) = await host.InAsync(BalancePageTests.SignedAsync);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(
            $"/partners/{partner}/contacts/new?side=Partner", $"/partners/{partner}/contacts/new", ("side", "Partner"), ("family", "de Vries"), ("given", "Anneke"),
            ("role", "ExchangeCoordinator"), ("title-en", "Coordinator"), ("email", "a.devries@delft.example"), ("language", "en"))).Status);
        var contact = (await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Contact>().ViewerNamed().SingleAsync())).Id.Value;
        return new(host, office, partner, contact, await AskAsync(office, partner, contact));
    }

    private static async Task<string> AskAsync(TestBrowser office, OrganisationId partner, Guid contact)
    {
        var page = $"/partners/{partner}/fact-sheet?year={Year}";
        var asked = await office.SendAsync(page, $"/partners/{partner}/fact-sheet/ask?year={Year}", ("contact", contact.ToString("N")), ("days", "30"));
        Assert.Equal((HttpStatusCode.SeeOther, page), (asked.Status, asked.Location));
        return LinkIn(await office.PageAsync(page));
    }

    private static string LinkIn(string page) => Regex.Match(page, "/link/[A-Za-z0-9_-]{43}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value is { Length: > 0 } link
        ? link
        : throw new InvalidOperationException("No link is shown.");

    private static Task<string[]> ContactsAsync(RunningHost host) => host.InAsync(async s =>
    {
        var contacts = await s.GetRequiredService<AppDbContext>().Set<Contact>().ViewerNamed().ToListAsync();
        var persons = s.GetRequiredService<Contracts.Directory.IPersons>();
        var lines = new List<string>();
        foreach (var contact in contacts) lines.Add((await persons.Cards(Viewer.System).SingleAsync(p => p.Id == contact.PersonId)).Name.En + "|" + contact.Email);
        return lines.Order(StringComparer.Ordinal).ToArray();
    });

    private static Task<List<LinkLine>> LinksAsync(RunningHost host) => host.InAsync(s => s.GetRequiredService<OutsideLinks>().Lines(Viewer.System).ToListAsync());

    private static async Task<(LinkLine, int)> RowsAsync(RunningHost host) =>
        (Assert.Single(await LinksAsync(host)) with { MailState = null }, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<FactSheet>().ViewerNamed().CountAsync()));

    private sealed record Asked(RunningHost Host, TestBrowser Office, OrganisationId Partner, Guid Contact, string Link) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Office.Dispose();
            await Host.DisposeAsync();
        }
    }
}
