using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Ids;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Agreements;

/// <summary>The documents of an agreement: scans are taken, what is withdrawn stays listed with who, when and why.</summary>
public sealed partial class DocumentTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55];

    private static readonly byte[] Jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Scans_are_taken_and_a_withdrawn_one_stays_listed(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync();
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        var page = $"/agreements/{await Drafts.AddAsync(host, "DC-1")}";

        Assert.Equal(HttpStatusCode.SeeOther, await office.AttachAsync(page, "page one.png", "Draft", Png));
        Assert.Equal(HttpStatusCode.SeeOther, await office.AttachAsync(page, "signed.jpg", "Signed", Jpeg));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await office.AttachAsync(page, "page.png", "Draft", "<svg onload='alert(1)'/>"u8.ToArray()));
        var shown = await reader.PageAsync(page);
        Assert.Equal(2, AddedBy().Count(shown));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Png))[..16], shown);
        Assert.DoesNotContain("/withdraw", shown);

        var withdrawals = Withdrawal().Matches(await office.PageAsync(page));
        var scan = Assert.Single(withdrawals).Groups["address"].Value;
        var unsaid = await office.SendAsync(page, scan, ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.DoesNotContain(">withdrawn<", await office.PageAsync(page));
        var kept = await office.SendAsync(page, $"{page}/documents/{await SealedAsync(host)}/withdraw", ("reason", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.Status);
        Assert.Contains("The sealed document carries the signatures.", kept.Body);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(page, scan, ("reason", "x"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, scan, ("reason", "A page was missing."))).Status);

        var after = WebUtility.HtmlDecode(await reader.PageAsync(page));
        Assert.Matches("Withdrawn by coordinator-[0-9a-f]+ on 12 Mar 2026: A page was missing\\.", after);
        Assert.Contains("class=\"withdrawn\">page one.png", after);
        var file = FileAddress().Match(after[..after.IndexOf(">page one.png", StringComparison.Ordinal)][^80..]).Value;
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(page, scan, ("reason", "Once more."))).Status);
    }

    private static Task<Id<AgreementDocument>> SealedAsync(RunningHost host) =>
        host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<AgreementDocument>().Where(d => d.IsSealed).Select(d => d.Id).SingleAsync());

    [GeneratedRegex("added by coordinator-[0-9a-f]+ on 12 Mar 2026", RegexOptions.None, 1000)]
    private static partial Regex AddedBy();

    [GeneratedRegex("action=\"(?<address>/agreements/[^\"]+/withdraw)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Withdrawal();

    [GeneratedRegex("/files/[0-9a-f-]{32,36}", RegexOptions.None, 1000)]
    private static partial Regex FileAddress();
}
