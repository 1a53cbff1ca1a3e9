using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Ids;
using Entente.Foundation.Log;
using Entente.Foundation.Texts;
using Entente.Partners.Tests.Agreements;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Papers;

public sealed class RegisterTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task It_takes_as_many_statements_for_one_document_as_for_ten(Engine engine)
    {
        var statements = new Statements();
        await using var host = await statements.HostAsync(engine);
        using var browser = await host.SignedInAsync();
        var agreement = await Drafts.SignedAsync(host, "SOE-2025-07");
        var template = await host.InAsync(s => s.GetRequiredService<DocumentTemplates>().AddAsync(
            "partners.agreement", "INV", DocumentForm.Word, new("Invitation", "邀请函"), new(LocalizedText.Empty, [(Language.English, "x.docx", WordFiles.Of("{{ number }}"))]), Viewer.System, default));
        string[] pages = ["/documents", "/documents?q=SOE", "/documents?state=Making", $"/agreements/{agreement.Value}"];
        await IssueAsync(host, template, agreement, 1);
        var one = await statements.OfPagesAsync(browser, pages);
        await IssueAsync(host, template, agreement, 9);
        Assert.Equal(one, await statements.OfPagesAsync(browser, pages));
        Assert.Contains("2026/INV/0010", await browser.PageAsync("/documents?q=SOE"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_number_that_is_missing_breaks_a_law(Engine engine)
    {
        await using var paper = await PaperScene.OpenAsync(engine);
        var template = await paper.HtmlAsync("<p>{{ record }}</p>");
        for (var i = 0; i < 3; i++) await paper.IssueAsync(template);
        Assert.Equal(0, await BrokenAsync(paper));
        await paper.AsAsync(async s => await s.GetRequiredService<AppDbContext>().Database.ExecuteSqlRawAsync("""DELETE FROM foundation_issued_document WHERE "Number" = '2026/LET/0002'"""));
        Assert.Equal(2, await BrokenAsync(paper));
    }

    private static Task<int> BrokenAsync(PaperScene paper) => paper.AsAsync(async s =>
        (await s.GetServices<IInvariant>().Single(l => l.Id == "foundation.documents-numbered").BrokenByAsync(s.GetRequiredService<AppDbContext>(), default)).Count);

    private static async Task IssueAsync(RunningHost host, Id<TemplateTag> template, AgreementId agreement, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await host.InAsync(async s =>
            {
                var templates = s.GetRequiredService<DocumentTemplates>();
                var line = await templates.Lines().SingleAsync(t => t.Id == template);
                var subject = (await templates.OfKind("partners.agreement")!.OfAsync(agreement.Value, Viewer.System, default))!;
                var unit = (await s.GetRequiredService<IUnits>().AllAsync(default))[0].Id.Value;
                await s.GetRequiredService<DocumentIssuing>().IssueAsync(new(line, (await templates.TextAsync(template, null, default))!, subject, unit, Language.English), Viewer.System, default);
            });
        }
    }
}
