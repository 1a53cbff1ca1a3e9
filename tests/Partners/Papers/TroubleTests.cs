using System.Net;
using Entente.Foundation.Access;
using Entente.Partners.Tests.Agreements;
using Entente.Testing;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Entente.Partners.Tests.Papers;

/// <summary>A document whose file cannot be made keeps its number, says why, waits on the desk, and is made when it can be.</summary>
public sealed class TroubleTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_cannot_be_printed_waits_and_is_made_once_when_it_can(Engine engine)
    {
        var program = Path.Combine(System.IO.Directory.CreateTempSubdirectory("entente-chromium-").FullName, "chromium");
        await WriteAsync(program, "echo 'no usable sandbox' >&2; exit 3");
        await using var host = await RunningHost.StartAsync(engine, builder =>
        {
            IssueJourneyTests.Quiet(builder);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Entente:Chromium"] = program });
        });
        using var office = await host.SignedInAsync();
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        var agreement = await Drafts.SignedAsync(host, "SOE-2025-07");
        var kept = await office.SendAsync("/documents/templates/new?kind=partners.agreement&form=Html", "/documents/templates/new",
            ("kind", "partners.agreement"), ("form", "Html"), ("code", "LET"), ("name-en", "Letter"), ("name-zh", "函"), ("body-en", "<p>{{ record }}</p>"), ("body-zh", ""));
        var page = $"/documents/new?kind=partners.agreement&key={agreement.Value:N}";
        (string, string)[] fields = [("kind", "partners.agreement"), ("key", agreement.Value.ToString("N")), ("template", kept.Location!.Split('/')[^1].Split('#')[0]), ("language", "en"), ("do", "issue")];

        // A version that was not looked at is not issued.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(page, "/documents/new", [.. fields, ("version", "2")])).Status);
        var document = (await office.SendAsync(page, "/documents/new", [.. fields, ("version", "1")])).Location!;
        await IssueJourneyTests.RunAllAsync(host);
        var troubled = WebUtility.HtmlDecode(await office.PageAsync(document));
        Assert.Contains("Chromium ended with 3: no usable sandbox", troubled, StringComparison.Ordinal);
        Assert.Contains("being made", troubled, StringComparison.Ordinal);
        Assert.Contains("The file of 2026/LET/0001", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("2026/LET/0001", await reader.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync("/documents", document + "/again")).Status);

        await WriteAsync(program, $"exec '{Environment.GetEnvironmentVariable("ENTENTE_CHROMIUM") ?? "chromium"}' \"$@\"");
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(document, document + "/again")).Status);
        await IssueJourneyTests.RunAllAsync(host);
        var made = await office.PageAsync(document);
        Assert.Contains("Download PDF", made, StringComparison.Ordinal);
        Assert.DoesNotContain("no usable sandbox", made, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync("/documents", document + "/again")).Status);
        host.Clock.Move(Duration.FromMinutes(30));
        await IssueJourneyTests.RunAllAsync(host);
        Assert.Equal(Hash(made), Hash(await office.PageAsync(document)));
    }

    private static string Hash(string page) => page[page.IndexOf("document-hash", StringComparison.Ordinal)..][..90];

    private static async Task WriteAsync(string program, string what)
    {
        await File.WriteAllTextAsync(program, "#!/bin/sh\n" + what + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
