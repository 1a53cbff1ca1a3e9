using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using Entente.Foundation.Documents;
using Entente.Foundation.Files;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Papers;

/// <summary>Word files as templates: pieces joined, filled, stamped, and refused where they are not what they say.</summary>
public sealed class WordTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_Word_file_is_filled_though_Word_cut_its_placeholders_and_opens_again(Engine engine)
    {
        await using var paper = await PaperScene.OpenAsync(engine);
        var template = await paper.WordAsync(WordFiles.With(["Agreement {|{ agreement|_number }} with {{ par|tner }}|!", "From {{effective_on}} to {{ last_day }}: {{ number }}"], null, header: "{{ univ|ersity }}"));
        var (id, draft) = await paper.IssueAsync(template);
        Assert.Empty(draft.Findings);
        await paper.RunAsync();
        var line = (await paper.LinesAsync()).Single();
        var bytes = await IssueRuleTests.BytesAsync(paper, id!.Value);
        var address = paper.Scene.House.Root.GetRequiredService<Foundation.Settings.EntenteSettings>() is var settings ? CheckCode.AddressOf(settings, line.Code) : "";
        WordFiles.Read(bytes, document =>
        {
            var body = document.MainDocumentPart!.Document!.Body!;
            Assert.Equal(["Agreement SOE-2025-07 with Delft University of Technology!", "From 1 Sep 2025 to 31 Aug 2028: 2026/INV/0001", "", "No. 2026/INV/0001 · issued 12 Mar 2026"], body.Elements<Paragraph>().Take(4).Select(p => p.InnerText));
            Assert.Equal("Qinghe University", document.MainDocumentPart.HeaderParts.Single().Header!.InnerText);
            Assert.Equal(address, body.Elements<Paragraph>().Last().InnerText);
            using var picture = document.MainDocumentPart.ImageParts.Single().GetStream();
            using var kept = new MemoryStream();
            picture.CopyTo(kept);
            Assert.Equal(CheckCode.Picture(address), kept.ToArray());
            return true;
        });
    }

    [Fact]
    public void What_a_Word_file_names_is_found_and_what_is_no_placeholder_is_said()
    {
        var text = WordFile.TextOf(WordFiles.With(["{{ par|tner }} {|{ x }|}"], null, header: "{{ unit }}"));
        Assert.Equal(["partner", "unit", "x"], WordFile.PlaceholdersOf(text).Names.Order(StringComparer.Ordinal));
        Assert.Equal("{% for x in y %}", WordFile.PlaceholdersOf("a {% for x in y %}").Broken);
        Assert.Equal("{{ Partner", WordFile.PlaceholdersOf("{{ Partner").Broken);
        Assert.Null(WordFile.PlaceholdersOf("{{ partner }} }}").Broken);
    }

    [Fact]
    public void A_file_that_unpacks_without_end_bears_macros_or_names_other_files_is_refused()
    {
        var bomb = WordFiles.With(["x"], ("word/media/image1.bin", new byte[80 * 1024 * 1024]));
        Assert.True(bomb.Length < 200_000);
        var entity = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
        foreach (var (file, key) in new[]
        {
            (bomb, "files.broken"), (WordFiles.With(["x"], ("word/vbaProject.bin", [1, 2, 3])), "files.macros"), (WordFiles.With(["x"], ("word/styles.xml", entity)), "files.broken"),
            ("no archive at all"u8.ToArray(), "files.broken"), (WordFiles.Of("x")[..200], "files.broken"),
        })
            Assert.Equal(key, Assert.Throws<FileRefusedException>(() => WordFile.TextOf(file)).TextKey);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_Word_template_is_uploaded_and_what_is_wrong_stands_beside_its_field(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, IssueJourneyTests.Quiet);
        using var office = await host.SignedInAsync();
        await Agreements.Drafts.SignedAsync(host, "SOE-2025-07");
        foreach (var (file, sentence) in new[]
        {
            (WordFiles.Of("{% for x in y %}"), "In a Word file only placeholders are taken"), (WordFiles.Of("{{ nobody }}"), "There is no placeholder nobody"), (WordFiles.Of("{{ partner"), "not written to its end"),
            (WordFiles.With(["x"], ("word/vbaProject.bin", [1])), "macros"), (new byte[6 * 1024 * 1024], "5 MB"), ((byte[])[], "Choose a Word file in at least one language"),
        })
        {
            var refused = await UploadAsync(office, file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(sentence, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.OrdinalIgnoreCase);
        }

        var kept = await UploadAsync(office, WordFiles.Of("{{ agreement_number }}: {{ partner }}"));
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Contains("SOE-2025-07: Delft University of Technology", await office.PageAsync(kept.Headers.Location!.OriginalString.Split('#')[0]), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> UploadAsync(TestBrowser office, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new StringContent(TestBrowser.TokenIn(await office.PageAsync("/documents/templates/new?kind=partners.agreement&form=Word"))), "__RequestVerificationToken" } };
        foreach (var (name, value) in new[] { ("kind", "partners.agreement"), ("form", "Word"), ("code", "INV"), ("name-en", "Invitation"), ("name-zh", "邀请函") }) form.Add(new StringContent(value), name);
        if (file.Length > 0) form.Add(new ByteArrayContent(file), "word-en", "invitation.docx");
        return await office.Http.PostAsync("/documents/templates/new", form);
    }
}
