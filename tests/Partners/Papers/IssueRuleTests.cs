using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Papers;

/// <summary>What a document may say, and which number it gets.</summary>
public sealed class IssueRuleTests
{
    private const string Body = "<p>{{ agreement_number }} with {{ partner }}, signed {{ signed_on }}.</p>";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_contradicts_the_record_is_named_and_issued_only_with_a_reason(Engine engine)
    {
        await using var paper = await PaperScene.OpenAsync(engine);
        var template = await paper.HtmlAsync(Body);
        foreach (var (changed, key, what) in new[]
        {
            (Body.Replace("{{ signed_on }}", "2 August 2025", StringComparison.Ordinal), "documents.finding.lost", "signed_on"),
            (Body + "<p>The delegation came on 3 May 2024.</p>", "documents.finding.date", "3 May 2024"),
            (Body + "<p>It ends on 31.9.2028.</p>", "documents.finding.date", "31.9.2028"),
            (Body + "<p>Together with Monash University, in spring.</p>", "documents.finding.name", "Monash University"),
            (Body + "<p>与莫纳什大学共同举办。</p>", "documents.finding.name", "莫纳什大学"),
            (Body + "<p>We met at Town Institute of Water.</p>", "documents.finding.name", "Town Institute of Water"),
            (Body + "<p>The meeting was in Japan.</p>", "documents.finding.place", "Japan"),
            (Body + "<p>会议在日本举行。</p>", "documents.finding.place", "日本"),
            (Body + "<p>{{ partner_signatory }}, {% if partner_city %}{{ number }}{% endif %} {{ school_signatory }}</p>", "", ""),
            (Body + "<p>Delft University of Technology, the Netherlands; Qinghe University, China; 1 September 2025 (2025-09-01), 2028年8月31日.</p>", "", ""),
        })
        {
            var (id, draft) = await paper.IssueAsync(template, changed);
            Assert.Equal(key.Length == 0, id is not null);
            if (key.Length > 0) Assert.Contains(draft.Findings, f => f.TextKey == key && Equals(f.Args[0], what));
            else Assert.Empty(draft.Findings);
        }

        // What is lost stops it whatever the reason; what contradicts is issued with one, which stays with the document.
        var lost = Body.Replace("{{ partner }}", "Delft", StringComparison.Ordinal);
        Assert.Null((await paper.IssueAsync(template, lost, "It is right.")).Id);
        var nevertheless = await paper.IssueAsync(template, Body + "<p>The first talks were on 3 May 2024.</p>", "The talks are no date of the agreement.");
        Assert.NotNull(nevertheless.Id);
        var line = (await paper.LinesAsync()).Single(d => d.Id == nevertheless.Id);
        Assert.Equal("The talks are no date of the agreement.", line.OverrideReason);
        Assert.Contains("3 May 2024", line.Overridden, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_placeholder_that_stays_empty_stops_it(Engine engine)
    {
        await using var paper = await PaperScene.OpenAsync(engine);
        await paper.Scene.In(async db =>
        {
            var agreement = await Scene.Load(db, paper.Agreement);
            agreement.Amend(new(agreement.Id, 2, (agreement.Text with { Term = Contracts.Partners.TermKind.OpenEnded, EndsOn = null }).ToJson()) { RecordedAt = Scene.ByNobody().At }, agreement.KindId);
            await db.SaveChangesAsync();
        });
        var template = await paper.HtmlAsync("<p>{{ record }} ends on {{ last_day }}.</p>");
        var (id, draft) = await paper.IssueAsync(template, reason: "It does not matter.");
        Assert.Null(id);
        Assert.Equal(("documents.finding.empty", "last_day"), (draft.Findings.Single().TextKey, draft.Findings.Single().Args[0]));
        Assert.NotNull((await paper.IssueAsync(await paper.HtmlAsync("<p>{{ record }}{% if last_day %} ends on {{ last_day }}{% endif %}.</p>"))).Id);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Many_at_once_get_a_number_each_without_a_gap(Engine engine)
    {
        await using var paper = await PaperScene.OpenAsync(engine);
        var template = await paper.HtmlAsync(Body);
        var issued = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => paper.IssueAsync(template))));
        Assert.DoesNotContain(issued, i => i.Id is null);

        // A number whose transaction is undone was never given.
        await paper.AsAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            await using var undone = await db.Database.BeginTransactionAsync();
            Assert.Equal(9, await DocumentSeriesOf.NextAsync(db));
            return true;
        });
        await paper.IssueAsync(template);
        var numbers = (await paper.LinesAsync()).Select(d => d.Number).Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, 9).Select(n => $"2026/LET/{n:0000}"), numbers);
        Assert.Equal(9, (await paper.LinesAsync()).Select(d => d.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_document_stays_with_the_version_it_was_made_by(Engine engine)
    {
        await using var paper = await PaperScene.OpenAsync(engine);
        var template = await paper.WordAsync(WordFiles.Of("Agreement {{ agreement_number }}"));
        var (first, _) = await paper.IssueAsync(template);
        await paper.AsAsync(s => s.GetRequiredService<DocumentTemplates>().ChangeAsync(
            template, new("Invitation", "邀请函"), new(LocalizedText.Empty, [(Foundation.Texts.Language.English, "other.docx", WordFiles.Of("Changed {{ agreement_number }}"))]), paper.Office, default));
        var (second, _) = await paper.IssueAsync(template);
        await paper.RunAsync();
        Assert.Equal("Agreement SOE-2025-07", WordFiles.FirstLineOf(await BytesAsync(paper, first!.Value)));
        Assert.Equal("Changed SOE-2025-07", WordFiles.FirstLineOf(await BytesAsync(paper, second!.Value)));
        Assert.Equal([2, 1], (await paper.LinesAsync()).Select(d => d.TemplateVersion));
    }

    internal static Task<byte[]> BytesAsync(PaperScene paper, Id<DocumentTag> id) => paper.AsAsync(async s =>
    {
        var line = (await s.GetRequiredService<DocumentBoard>().FindAsync(id, paper.Office, default))!;
        var files = s.GetRequiredService<Foundation.Files.IFileStore>();
        await using var content = files.Open((await files.FindAsync([line.File!.Value], default)).Values.Single());
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        Assert.Equal(line.Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray())));
        return bytes.ToArray();
    });
}

/// <summary>Takes a number as issuing does.</summary>
internal static class DocumentSeriesOf
{
    public static async Task<int> NextAsync(AppDbContext db) => (await db.Database.SqlQueryRaw<int>(
        """UPDATE foundation_document_series SET "Last" = "Last" + 1 WHERE "Year" = 2026 AND "Code" = 'LET' RETURNING "Last" AS "Value" """).ToListAsync()).Single();
}
