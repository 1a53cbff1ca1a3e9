using System.Net;
using System.Text;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Letters;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Entente.Partners.Tests;

public sealed class LetterTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Twelve_partners_are_written_to_once_each_in_their_language_and_their_answers_come_home(Engine engine)
    {
        await using var sink = SmtpSink.Start();
        await using var host = await RunningHost.StartAsync(engine, builder => Quiet(builder, sink));
        await host.AccountAsync("office@example.edu", BuiltInRole.Coordinator, "SOE", "Tang Yuan");
        using var office = host.Browser();
        await office.SignInAsync("office@example.edu", RunningHost.Password);
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var partners = await PartnersAsync(host, 13);

        // Twelve have somebody with an address; the thirteenth has nobody.
        var begun = await office.SendAsync("/partners", "/letters/new", [("kind", "partners.partner"), .. partners.Select(p => ("selected", p.Value.ToString()))]);
        var letter = begun.Location!;
        Assert.StartsWith("/letters/", letter, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(letter)).Status);

        foreach (var (body, sentence) in new[]
        {
            ("Dear {{ nobody }}", "There is no placeholder nobody."), ("{% for x in record %}{{ x }}{% endfor %}", "Loops and other commands are not taken"),
            ("Dear {{ name", "A placeholder is not written to its end"), ("", "Enter this."),
        })
        {
            var refused = await office.SendAsync(letter, null, ("subject-en", "Autumn"), ("body-en", body), ("subject-zh", "秋季"), ("body-zh", body));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(sentence, WebUtility.HtmlDecode(refused.Body), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal((HttpStatusCode.SeeOther, letter + "#preview"), Of(await office.SendAsync(
            letter, null, ("subject-en", "Autumn at {{ record }}"), ("body-en", "Dear {{ name }},\n\nuntil when?\nYours,\n{{ sender }}"), ("subject-zh", "{{ record }}秋季"), ("body-zh", "{{ name }}：您好。"), ("template", "Autumn"))));
        var draft = WebUtility.HtmlDecode(await office.PageAsync(letter));
        Assert.Matches("Autumn at Partner [0-9]{2}", draft);
        Assert.Contains("合作大学2秋季", draft, StringComparison.Ordinal);
        Assert.Contains("One recipient gets no copy as it stands.", draft, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(letter, letter + "/send")).Status);
        Assert.Empty(sink.Taken);

        // Sent twice, and the job run twice: each gets one.
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(letter, letter + "/send", ("without", "true"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/partners", letter + "/send", ("without", "true"))).Status);
        sink.AnswerTo = recipient => recipient.Contains("p12@", StringComparison.Ordinal) ? "550 no such mailbox" : null;
        await RunAllAsync(host);
        var mails = sink.Taken.Select(t => MimeMessage.Load(new MemoryStream(t))).ToDictionary(m => m.To.Mailboxes.Single().Address, StringComparer.Ordinal);
        Assert.Equal(11, mails.Count);
        var first = mails["p02@partner.example"];
        Assert.Equal(("合作大学2秋季", "\"Tang Yuan\" <office@example.edu>"), (first.Subject, first.ReplyTo.ToString()));
        Assert.Null(first.Headers["Auto-Submitted"]);
        Assert.Equal("Dear Given Three,\n\nuntil when?\nYours,\nTang Yuan", mails["p03@partner.example"].TextBody!.ReplaceLineEndings("\n").Trim());
        var sent = await office.PageAsync(letter);
        Assert.Contains("no such mailbox", sent, StringComparison.Ordinal);
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(sent, ">refused<", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        // An answer, the same again, one with a forged sender, a mail that came back, and what is no mail.
        var answer = Mail("Given Three <p03@partner.example>", "a1@partner.example", $"In-Reply-To: <{mails["p03@partner.example"].MessageId}>\r\n", "Until 1 April.");
        Assert.Contains("Filed: answer of Given Three.", (await DropAsync(office, "/letters/replies", answer)).Body, StringComparison.Ordinal);
        Assert.Contains("It had been filed before", (await DropAsync(office, "/letters/replies", answer)).Body, StringComparison.Ordinal);
        var forged = Mail("Given Four <rector@elsewhere.example>", "a2@elsewhere.example", $"References: <{mails["p04@partner.example"].MessageId}>\r\n", "Pay this bill.");
        Assert.Contains("The record does not know this address", (await DropAsync(office, "/letters/replies", forged)).Body, StringComparison.Ordinal);
        Assert.Contains("came back", (await DropAsync(office, "/letters/replies", Bounce(mails["p05@partner.example"].MessageId!))).Body, StringComparison.Ordinal);
        foreach (var (file, sentence) in new[] { (Encoding.UTF8.GetBytes("no mail at all"), "This is no mail"), (Mail("x@nowhere.example", "a3@nowhere.example", "", "?"), "Nothing says where it belongs") })
        {
            var refused = await DropAsync(office, "/letters/replies", file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(sentence, refused.Body, StringComparison.Ordinal);
        }

        var of = $"/letters/of/partners.partner/{partners[2].Value}";
        var correspondence = await office.PageAsync(of);
        Assert.Contains("Until 1 April.", correspondence, StringComparison.Ordinal);
        Assert.DoesNotContain("Until 1 April.", await elsewhere.PageAsync(of), StringComparison.Ordinal);
        Assert.Contains("sender not known here", await office.PageAsync($"/letters/of/partners.partner/{partners[3].Value}"), StringComparison.Ordinal);
        Assert.Contains("came back", await office.PageAsync(letter), StringComparison.Ordinal);
        Assert.Contains("550 5.1.1 unknown", await office.PageAsync(letter), StringComparison.Ordinal);
        var note = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Note>().ViewerNamed().SingleAsync(n => n.OrganisationId == partners[2]));
        Assert.Equal((NoteKind.Mail, new DateOnly(2026, 3, 10)), (note.Kind, note.On));
        Assert.Contains("10 Mar 2026", await office.PageAsync("/partners?q=Partner%2003"), StringComparison.Ordinal);

        // A mail dropped on a partner belongs there whoever wrote it, and its file is served to those who see it.
        var dropped = await DropAsync(office, of, Mail("Given Three <p03@partner.example>", "a4@partner.example", "", "One more thing."));
        Assert.Equal(HttpStatusCode.OK, dropped.Status);
        var file4 = System.Text.RegularExpressions.Regex.Match(await office.PageAsync(of), "/files/[0-9a-f]{32}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(file4)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(file4)).Status);
    }

    [Fact]
    public void Every_placeholder_is_filled_or_asked_about()
    {
        var known = new HashSet<string>(StringComparer.Ordinal) { "name", "last_day" };
        var text = LetterText.Read("{{ name }}{% if last_day %}, until {{ last_day }}{% endif %}", known, out var problem)!;
        Assert.Null(problem);
        Assert.Equal(["name"], text.Needed);
        Assert.Equal("Ana, until 1 May", text.Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Ana", ["last_day"] = "1 May" }));
        Assert.Equal("Ana", text.Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Ana", ["last_day"] = "" }));
    }

    private static (HttpStatusCode, string?) Of(Answer answer) => (answer.Status, answer.Location);

    internal static void Quiet(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder, SmtpSink sink)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Entente:Smtp"] = sink.Address });
        builder.Services.WithoutWorkers();
    }

    internal static async Task RunAllAsync(RunningHost host)
    {
        var runner = host.Services.GetRequiredService<JobRunner>();
        while (await runner.RunDueAsync(default) > 0)
        {
            // A letter's job leaves a job for each of its mails.
        }
    }

    internal static Task<Answer> DropAsync(TestBrowser office, string address, byte[] mail) =>
        office.UploadAsync(address == "/letters/replies" ? "/letters" : address, address, "mail.eml", mail);

    private static byte[] Mail(string from, string id, string headers, string text) => Encoding.UTF8.GetBytes(
        $"From: {from}\r\nTo: office@example.edu\r\nSubject: Re: Autumn\r\nMessage-ID: <{id}>\r\n{headers}Date: Tue, 10 Mar 2026 08:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");

    internal static byte[] Bounce(string id) => Encoding.UTF8.GetBytes(
        $"""
        From: MAILER-DAEMON@mx.partner.example
        To: office@example.edu
        Subject: Undelivered Mail
        Message-ID: <b1@mx.partner.example>
        Date: Tue, 10 Mar 2026 08:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.partner.example

        Final-Recipient: rfc822; p05@partner.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 unknown

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{id}>
        Subject: Autumn

        --b--
        """.ReplaceLineEndings("\r\n"));

    private static readonly string[] Numbers = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    internal static Task<List<OrganisationId>> PartnersAsync(RunningHost host, int count) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var organisations = s.GetRequiredService<IOrganisations>();
        var persons = s.GetRequiredService<IPersons>();
        var unit = (await s.GetRequiredService<IUnits>().AllAsync(default)).Single(u => u.Code == "SOE").Id;
        var keys = new List<OrganisationId>();
        for (var i = 1; i <= count; i++)
        {
            var id = organisations.Add(new(new($"Partner {i:00}", $"合作大学{i}"), "NL", new("Town", "某城")));
            keys.Add(id);
            await db.SaveChangesAsync();
            if (i > Numbers.Length)
            {
                db.Add(new PartnerProfile { OrganisationId = id });
                continue;
            }

            var person = persons.Add(new(new(Numbers[i - 1], "Given", false), null, null, null, "test"));
            db.Add(new Contact
            {
                OrganisationId = id,
                Side = ContactSide.Partner,
                PersonId = person,
                Role = ContactRole.ExchangeCoordinator,
                Email = $"P{i:00}@partner.example",
                Language = i == 2 ? "zh-Hans" : "en",
                UnitId = unit,
            });
        }

        await db.SaveChangesAsync();
        return keys;
    });
}
