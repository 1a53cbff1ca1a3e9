using System.Net;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Letters;
using Entente.Foundation.Mail;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

public sealed class LettersToAllTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public Task All_found_are_written_to_and_those_without_an_address_are_left_out_only_when_said(Engine engine) => WriteAsync(engine, 300);

    [Theory]
    [Trait("Category", "long")]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public Task So_are_five_thousand(Engine engine) => WriteAsync(engine, 5_000);

    private static async Task WriteAsync(Engine engine, int count)
    {
        await using var host = await RunningHost.StartAsync(engine, builder => builder.Services.WithoutWorkers());
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var reader = await host.SignedInAsync(BuiltInRole.Reader, "SOE");
        await AddAsync(host, count, without: 3);
        Assert.Contains($"Write to all {(count + 1)} found", await office.PageAsync("/partners"), StringComparison.Ordinal);
        Assert.DoesNotContain("Write to all", await reader.PageAsync("/partners"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync("/partners/letter")).Status);

        // One more than a letter takes: refused; narrowed to a country it goes.
        if (count == Entente.Foundation.Letters.Letters.MostRecipients)
        {
            var many = await office.SendAsync("/partners", "/partners/letter", ("query", "/partners"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, many.Status);
            Assert.Contains("A letter goes to at most 5000 partners", many.Body.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var begun = await office.SendAsync("/partners", "/partners/letter", ("query", "/partners?country=NL"));
        var letter = begun.Location!;
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(letter, null, ("subject-en", "Autumn"), ("body-en", "Dear {{ name }}"), ("subject-zh", "秋季"), ("body-zh", "您好"))).Status);
        var draft = WebUtility.HtmlDecode(await office.PageAsync(letter));
        foreach (var nobody in new[] { "Partner 00001", "Partner 00002", "Partner 00003" }) Assert.Contains(nobody, draft, StringComparison.Ordinal);
        Assert.Contains("3 recipients get no copy as it stands.", draft, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(letter, letter + "/send")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(letter, letter + "/send", ("without", "true"))).Status);
        await host.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        var mails = await host.InAsync(s => s.GetRequiredService<MailBoard>().Lines(null, "").Select(m => m.Address).ToListAsync());
        Assert.Equal((count - 3, count - 3), (mails.Count, mails.Distinct(StringComparer.Ordinal).Count()));
        var sent = await office.PageAsync(letter + "?which=unanswered");
        Assert.Contains("page=2", sent, StringComparison.Ordinal);
        Assert.InRange(sent.Split("@partner.example").Length - 1, 47, 50);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Templates_are_put_away_and_brought_back(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE", "zh");
        using var reader = await host.SignedInAsync(BuiltInRole.Reader, "SOE");
        await host.InAsync(s => s.GetRequiredService<LetterBoard>().KeepTemplateAsync("partners.partner", "Autumn", new("Autumn", "秋季"), new("Dear {{ name }}", "您好"), CancellationToken.None));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/letters/templates")).Status);
        Assert.Contains("秋季", await office.PageAsync("/letters/templates"), StringComparison.Ordinal);
        var id = await host.InAsync(s => s.GetRequiredService<LetterBoard>().Templates().Select(t => t.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/letters/templates", $"/letters/templates/{id}/archive")).Status);
        Assert.Contains("已存档", await office.PageAsync("/letters/templates"), StringComparison.Ordinal);
        Assert.Empty(await host.InAsync(s => s.GetRequiredService<LetterBoard>().TemplatesAsync("partners.partner", CancellationToken.None)));

        // Another of its name meanwhile: it is not brought back over it.
        await host.InAsync(s => s.GetRequiredService<LetterBoard>().KeepTemplateAsync("partners.partner", "Autumn", new("Other", "另一"), new("Dear {{ name }}", "您好"), CancellationToken.None));
        var taken = await office.SendAsync("/letters/templates", $"/letters/templates/{id}/restore");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("现有同名模板", taken.Body, StringComparison.Ordinal);
        var other = (await host.InAsync(s => s.GetRequiredService<LetterBoard>().Templates().ToListAsync())).Single(t => t.ArchivedAt is null).Id;
        await office.SendAsync("/letters/templates", $"/letters/templates/{other}/archive");
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/letters/templates", $"/letters/templates/{id}/restore")).Status);
        Assert.Equal("Autumn", (await host.InAsync(s => s.GetRequiredService<LetterBoard>().TemplatesAsync("partners.partner", CancellationToken.None))).Single().Subject.En);
    }

    private static Task AddAsync(RunningHost host, int count, int without) => host.InAsync(async s =>
    {
        var (db, organisations) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<IOrganisations>());
        var unit = await TestAccounts.UnitAsync(s, "SOE");
        var person = s.GetRequiredService<IPersons>().Add(new(new("de Vries", "Anneke", false), null, null, null, "test"));
        var keys = Enumerable.Range(1, count + 1).Select(i => organisations.Add(new(new($"Partner {i:00000}", $"合作大学{i}"), i <= count ? "NL" : "DE", new("Town", "某城")))).ToList();
        await db.SaveChangesAsync();
        db.AddRange(keys.Select((k, i) => new Contact
        {
            OrganisationId = k,
            Side = ContactSide.Partner,
            PersonId = person,
            Role = ContactRole.ExchangeCoordinator,
            Email = i < without ? null : $"p{i:00000}@partner.example",
            UnitId = unit,
        }));
        await db.SaveChangesAsync();
    });
}
