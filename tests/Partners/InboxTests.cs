using System.Net;
using System.Text;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Letters;
using Entente.Foundation.Letters.Inbox;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;

namespace Entente.Partners.Tests;

public sealed class InboxTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Answers_in_the_mailbox_file_themselves_once_and_nothing_is_lost_in_a_fall(Engine engine)
    {
        await using var smtp = SmtpSink.Start();
        await using var imap = ImapSink.Start();
        await using var host = await RunningHost.StartAsync(engine, builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Entente:Smtp"] = smtp.Address, ["Entente:Imap"] = imap.Address, ["Entente:ReplyTo"] = "replies@example.edu" });
            builder.Services.WithoutWorkers();
        });
        await host.AccountAsync("office@example.edu", BuiltInRole.Coordinator, "SOE", "Tang Yuan");
        await host.AccountAsync("operator@example.edu", BuiltInRole.Operator);
        using var office = host.Browser();
        await office.SignInAsync("office@example.edu", RunningHost.Password);
        using var operating = host.Browser();
        await operating.SignInAsync("operator@example.edu", RunningHost.Password);
        var partner = await PartnerAsync(host);
        var begun = await office.SendAsync("/partners", "/letters/new", ("kind", "partners.partner"), ("selected", partner.Value.ToString()));
        await office.SendAsync(begun.Location!, null, ("subject-en", "Autumn"), ("body-en", "Dear {{ name }}"), ("subject-zh", "秋季"), ("body-zh", "您好"));
        await office.SendAsync(begun.Location!, begun.Location + "/send");
        await RunAsync(host);
        using var sent = await MimeMessage.LoadAsync(new MemoryStream(Assert.Single(smtp.Taken)));
        Assert.Equal("replies@example.edu", sent.ReplyTo.Mailboxes.Single().Address);

        // An answer, one whose sender the mail server found forged, one of nobody known, one too large, and what is no mail.
        var answers = $"In-Reply-To: <{sent.MessageId}>\r\n";
        imap.Mails.Add((3, Mail("Anneke <p01@partner.example>", "a1@partner.example", answers, "By the fifteenth.")));
        imap.Mails.Add((4, Mail("Anneke <p01@partner.example>", "a2@partner.example", "Authentication-Results: mx.example.edu; spf=fail; dmarc=fail\r\n" + answers, "Send money.")));
        imap.Mails.Add((7, Mail("Nobody <nobody@else.example>", "a3@else.example", "", "Buy this.")));
        imap.Mails.Add((8, new byte[Replies.Rules.MaxBytes + 1]));
        imap.Mails.Add((9, Encoding.ASCII.GetBytes("no mail\r\n")));
        await ReadAsync(host);
        Assert.Equal(["letters.filed.Forged", "letters.filed.Reply", "letters.reply.no-mail", "letters.reply.unknown", "operate.replies.large"], (await OutcomesAsync(host)).Order(StringComparer.Ordinal));
        Assert.Equal([("By the fifteenth.", true), ("Send money.", false)], (await RepliesAsync(host, partner)).Select(r => (r.Text.Trim(), r.IsSenderKnown)).Order());
        Assert.DoesNotContain(imap.Commands, c => c.Contains("STORE", StringComparison.Ordinal) || c.Contains("EXPUNGE", StringComparison.Ordinal) || c.Contains("SELECT", StringComparison.Ordinal));
        Assert.DoesNotContain(imap.Commands, c => c.Contains("UID FETCH 8 (BODY", StringComparison.Ordinal));
        var page = WebUtility.HtmlDecode(await operating.PageAsync("/operate/replies?filed=no"));
        Assert.Contains("nobody@else.example", page, StringComparison.Ordinal);
        Assert.Contains("It stays in the mailbox", page, StringComparison.Ordinal);
        Assert.Contains("By the fifteenth.", await office.PageAsync($"/letters/of/partners.partner/{partner.Value}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/operate/replies")).Status);

        // Read again: nothing new. The connection breaks in the middle: what came before stands, the rest comes next time, each once.
        await ReadAsync(host);
        Assert.Equal(5, (await OutcomesAsync(host)).Count);
        for (var i = 0u; i < 4; i++) imap.Mails.Add((10 + i, Mail("Anneke <p01@partner.example>", $"b{i}@partner.example", answers, $"Answer {i}")));
        imap.HangsUpAt = 12;
        await ReadAsync(host);
        Assert.Equal(7, (await OutcomesAsync(host)).Count);
        imap.HangsUpAt = null;
        host.Clock.Move(Duration.FromMinutes(1));
        await RunAsync(host);
        Assert.Equal(9, (await OutcomesAsync(host)).Count);
        Assert.Equal(6, (await RepliesAsync(host, partner)).Count);

        // The server gives its numbers anew: all is looked at again, and known again.
        imap.Validity = 8;
        await ReadAsync(host);
        Assert.Equal(6, (await RepliesAsync(host, partner)).Count);
        Assert.Equal(6, (await OutcomesAsync(host)).Count(o => o == "letters.filed.Before"));

        // The password is refused: the job says so.
        imap.IsLocked = true;
        await ReadAsync(host);
        Assert.Contains("wrong password", WebUtility.HtmlDecode(await operating.PageAsync("/operate/jobs?kind=foundation.read-inbox")), StringComparison.Ordinal);
    }

    private static async Task ReadAsync(RunningHost host)
    {
        await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            ImapSink.Ask(db);
            await db.SaveChangesAsync();
        });
        await RunAsync(host);
    }

    private static async Task RunAsync(RunningHost host)
    {
        while (await host.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None) > 0)
        {
            // A job may leave another.
        }
    }

    private static Task<List<string>> OutcomesAsync(RunningHost host) =>
        host.InAsync(s => s.GetRequiredService<InboxBoard>().Lines(false, "").Select(m => m.Outcome).ToListAsync());

    private static async Task<List<CorrespondenceLine>> RepliesAsync(RunningHost host, OrganisationId partner) =>
        [.. (await host.InAsync(s => s.GetRequiredService<LetterBoard>().OfRecordAsync(new("partners.partner", partner.Value), Viewer.System, CancellationToken.None))).Where(c => !c.IsOurs)];

    private static byte[] Mail(string from, string id, string headers, string text) => Encoding.UTF8.GetBytes(
        $"{headers}From: {from}\r\nTo: replies@example.edu\r\nSubject: Re: Autumn\r\nMessage-ID: <{id}>\r\nDate: Tue, 10 Mar 2026 08:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");

    private static Task<OrganisationId> PartnerAsync(RunningHost host) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var partner = s.GetRequiredService<IOrganisations>().Add(new(new("Partner", "合作大学"), "NL", new("Town", "某城")));
        var person = s.GetRequiredService<IPersons>().Add(new(new("de Vries", "Anneke", false), null, null, null, "test"));
        await db.SaveChangesAsync();
        db.Add(new Contact { OrganisationId = partner, Side = ContactSide.Partner, PersonId = person, Role = ContactRole.ExchangeCoordinator, Email = "p01@partner.example", Language = "en", UnitId = await TestAccounts.UnitAsync(s, "SOE") });
        await db.SaveChangesAsync();
        return partner;
    });
}
