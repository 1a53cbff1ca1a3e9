using System.Net;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using static Entente.Partners.Tests.LetterTests;

namespace Entente.Partners.Tests;

public sealed class UndeliveredTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_did_not_arrive_stands_on_the_desk_of_whoever_sent_it_until_it_is_sent_again_or_put_away(Engine engine)
    {
        await using var sink = SmtpSink.Start();
        await using var host = await RunningHost.StartAsync(engine, builder => Quiet(builder, sink));
        await host.AccountAsync("office@example.edu", BuiltInRole.Coordinator, "SOE", "Tang Yuan");
        using var office = host.Browser();
        await office.SignInAsync("office@example.edu", RunningHost.Password);
        using var colleague = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var partners = await PartnersAsync(host, 3);
        var letter = (await office.SendAsync("/partners", "/letters/new", [("kind", "partners.partner"), .. partners.Select(p => ("selected", p.Value.ToString()))])).Location!;
        await office.SendAsync(letter, null, ("subject-en", "Autumn"), ("body-en", "Dear {{ name }}"), ("subject-zh", "秋季"), ("body-zh", "{{ name }}：您好。"));
        await office.SendAsync(letter, letter + "/send");
        sink.AnswerTo = recipient => recipient.Contains("p01@", StringComparison.Ordinal) ? "550 no such mailbox" : null;
        await RunAllAsync(host);

        const string One = "Your letter “Autumn” to Given One was not delivered: ";
        Assert.Contains(One + "5", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("was not delivered", await colleague.PageAsync("/desk"), StringComparison.Ordinal);
        // Another comes back afterwards: one line for the letter.
        var second = sink.Taken.Select(t => MimeMessage.Load(new MemoryStream(t))).Single(m => m.To.Mailboxes.Single().Address == "p02@partner.example");
        await DropAsync(office, "/letters/replies", Bounce(second.MessageId!));
        Assert.Contains("Your letter “Autumn” was not delivered to 2 of its recipients.", await office.PageAsync("/desk"), StringComparison.Ordinal);
        var failed = await office.PageAsync(letter + "?which=failed");
        Assert.Contains("2 copies were not delivered.", failed, StringComparison.Ordinal);
        Assert.DoesNotContain("Given Three", failed, StringComparison.Ordinal);

        // The contact's address is corrected; sent again the copy goes there, and the line is about the other one only.
        await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Contact>().ViewerNamed().Where(c => c.OrganisationId == partners[0])
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, "one@new.example")));
        var again = System.Text.RegularExpressions.Regex.Matches(failed, "/letters/[0-9a-f]+/recipients/[0-9a-f-]+/again", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).ToList();
        Assert.Equal(2, again.Count);
        var ofOne = again.First(m => m.Index > failed.IndexOf("Given One", StringComparison.Ordinal)).Value;
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync("/desk", ofOne)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(letter, ofOne)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(letter, ofOne)).Status);
        await RunAllAsync(host);
        Assert.Contains(sink.Taken, t => MimeMessage.Load(new MemoryStream(t)).To.Mailboxes.Single().Address == "one@new.example");
        Assert.Contains("to Given Two was not delivered: smtp; 550 5.1.1 unknown", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync("/desk", letter + "/put-away")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(letter, letter + "/put-away")).Status);
        Assert.DoesNotContain("was not delivered", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("came back", await office.PageAsync(letter), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_mail_that_is_no_letter_is_its_causers_matter_and_a_links_stays_with_the_link(Engine engine)
    {
        await using var sink = SmtpSink.Start();
        await using var host = await RunningHost.StartAsync(engine, builder => Quiet(builder, sink));
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var other = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "SOE"));
        sink.AnswerTo = recipient => recipient.Contains("wrong@", StringComparison.Ordinal) ? "550 no such mailbox" : null;
        foreach (var name in new[] { "wrong", "right" })
            Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/accounts/invite", null, ("email", name + "@example.edu"), ("name", "Given Wrong"), ("role", BuiltInRole.Reader), ("unit", unit.ToString()))).Status);
        await RunAllAsync(host);
        Assert.Contains("to Given Wrong was not delivered: 5", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("was not delivered", await other.PageAsync("/desk"), StringComparison.Ordinal);
        var mails = await host.InAsync(s => s.GetRequiredService<MailBoard>().Lines(null, "").ToListAsync());
        var wrong = "/undelivered/" + mails.Single(m => m.State == MailState.Failed).Id;
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(wrong)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync("/desk", wrong + "/put-away")).Status);
        Assert.Contains("wrong@example.edu", await office.PageAsync(wrong), StringComparison.Ordinal);
        sink.AnswerTo = _ => null;
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(wrong, wrong + "/send")).Status);
        await RunAllAsync(host);
        Assert.DoesNotContain("was not delivered", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(wrong)).Status);

        // Word that it came back is taken from whoever sent it, or from the reply mailbox; nobody else's say-so counts.
        var right = Bounce(mails.Single(m => m.Address == "right@example.edu").Id.ToString("N") + "@entente");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DropAsync(other, "/letters/replies", right)).Status);
        Assert.Contains("came back", (await DropAsync(office, "/letters/replies", right)).Body, StringComparison.Ordinal);
        Assert.Contains("was not delivered: smtp; 550 5.1.1 unknown", await office.PageAsync("/desk"), StringComparison.Ordinal);
        var page = "/undelivered/" + mails.Single(m => m.Address == "right@example.edu").Id;
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, page + "/put-away")).Status);
        Assert.DoesNotContain("was not delivered", await office.PageAsync("/desk"), StringComparison.Ordinal);
    }
}
