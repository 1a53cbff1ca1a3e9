using System.Net;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Tests.Agreements;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Papers;

/// <summary>What commits the school goes out only through its gate.</summary>
public sealed class OutwardTests
{
    private const string Body = "<p>{{ agreement_number }} with {{ partner }}.</p>";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_commits_goes_out_when_its_checks_hold_and_what_they_said_stays_either_way(Engine engine)
    {
        await using var paper = await PaperScene.OpenAsync(engine);
        var (plain, outward) = (await paper.HtmlAsync(Body), await paper.HtmlAsync(Body, isOutward: true));
        Assert.Null((await paper.LineAsync((await paper.IssueAsync(plain)).Id!.Value)).Passing);
        var issued = await paper.LineAsync((await paper.IssueAsync(outward)).Id!.Value);
        var said = await paper.AsAsync(s => s.GetRequiredService<IGates>().PassedAsync(issued.Passing!.Value, default));
        Assert.Equal((true, null), (said!.IsOpen, said.Exception));
        Assert.Equal(["partners.agreement-in-force", "partners.parties-not-ended"], said.Verdicts.Select(v => v.Check));
        Assert.All(said.Verdicts, v => Assert.Equal((VerdictOutcome.Pass, "entente.documents", "2026.1"), (v.Outcome, v.Pack, v.PackVersion)));
        var numbers = (await paper.LinesAsync()).Count;

        // The agreement is over: nothing goes out, no number is used up, and what the checks said is kept all the same.
        paper.Scene.House.Clock.Move(NodaTime.Duration.FromDays(365 * 20));
        var (held, draft) = await paper.IssueAsync(outward);
        Assert.Equal((null, true), (held, draft.IsHeld));
        Assert.NotNull((await paper.IssueAsync(plain)).Id);
        Assert.Equal(numbers + 1, (await paper.LinesAsync()).Count);
        Assert.Equal(2, await paper.AsAsync(s => s.GetRequiredService<AppDbContext>().Database.SqlQueryRaw<int>("""SELECT count(*) AS "Value" FROM safeguards_gate_passing WHERE "Gate" = 'partners.agreement-letter'""").SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_exception_with_a_reason_lets_one_through_and_the_document_says_so(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        await host.InAsync(s => TestAccounts.UnitAsync(s, "SOE"));
        var agreement = await Drafts.SignedAsync(host, "SOE-2025-07");
        host.Clock.Move(NodaTime.Duration.FromDays(365 * 20));
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator);
        using var dean = await host.SignedInAsync(BuiltInRole.Dean);
        const string New = "/documents/templates/new?kind=partners.agreement&form=Html";
        var template = (await office.SendAsync(New, "/documents/templates/new",
            ("kind", "partners.agreement"), ("form", "Html"), ("code", "LET"), ("name-en", "Letter"), ("name-zh", "函"), ("body-en", Body), ("body-zh", Body), ("outward", "true"), ("do", "save"))).Location!.Split('#')[0];
        Assert.Contains("checked", System.Text.RegularExpressions.Regex.Match(await office.PageAsync(template), "<input[^>]*name=\"outward\"[^>]*>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value, StringComparison.Ordinal);
        var page = $"/documents/new?kind=partners.agreement&key={agreement.Value:N}";
        var shown = await office.PageAsync(page);
        Assert.Contains("it is not issued while a check does not hold", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/safeguards/exceptions/grant/", shown, StringComparison.Ordinal);
        (string, string)[] fields = [("kind", "partners.agreement"), ("key", agreement.Value.ToString("N")), ("template", template.Split('/')[^1]), ("language", "en"), ("version", "1"), ("do", "issue")];
        var refused = await office.SendAsync(page, "/documents/new", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("The agreement is not in force today.", refused.Body, StringComparison.Ordinal);

        var grant = $"/safeguards/exceptions/grant/partners.agreement-letter/partners.agreement/{agreement.Value:N}";
        var until = host.Clock.GetCurrentInstant().InUtc().Date.PlusDays(7).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.SeeOther, (await dean.SendAsync(grant, grant, ("check", "partners.agreement-in-force"), ("reason", "The renewal is being signed."), ("until", until))).Status);
        Assert.Contains("The renewal is being signed.", await office.PageAsync(page), StringComparison.Ordinal);
        var issued = await office.SendAsync(page, "/documents/new", fields);
        Assert.Equal(HttpStatusCode.SeeOther, issued.Status);
        var document = await office.PageAsync(issued.Location!);
        Assert.Contains("The renewal is being signed.", document, StringComparison.Ordinal);
        Assert.Contains("The agreement is not in force today.", document, StringComparison.Ordinal);
    }
}
