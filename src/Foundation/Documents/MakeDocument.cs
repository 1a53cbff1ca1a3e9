using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Jobs;
using Entente.Foundation.Letters;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Documents;

/// <summary>Makes the bytes of an issued document.</summary>
internal sealed record MakeDocument(Guid Document) : IJobPayload
{
    public static string Kind => "foundation.make-document";
}

/// <summary>What is made is kept with the job's completion: a document has bytes once, however often an attempt fell in between.</summary>
internal sealed class MakeDocumentHandler(DocumentMaking making) : IJob<MakeDocument>
{
    public async Task RunAsync(MakeDocument payload, JobRun run, CancellationToken cancellation)
    {
        var id = new Id<DocumentTag>(payload.Document);
        var document = await run.Db.Set<IssuedDocument>().VisibleTo(Viewer.System).SingleOrDefaultAsync(d => d.Id == id, cancellation)
            ?? throw new JobRefusedException("The document is not there.");
        if (document.State == DocumentState.Making) await making.MakeAsync(document, run.Now, cancellation);
    }
}

/// <summary>Makes exactly what was looked at when the document was issued, by the version of its template, with its number and QR code.</summary>
internal sealed class DocumentMaking(AppDbContext db, DocumentTemplates templates, IFileStore files, Chromium chromium, TextCatalog texts, EntenteSettings settings, SchoolClock clock, HtmlEncoder encoder)
{
    private static readonly FileRules Rules = new(25 * 1024 * 1024, [StoredKind.Pdf, StoredKind.Docx]);

    /// <summary>Makes the bytes and keeps them with the caller's save.</summary>
    public async Task MakeAsync(IssuedDocument document, NodaTime.Instant now, CancellationToken cancellation)
    {
        var version = await db.Set<TemplateVersion>().AsNoTracking().SingleAsync(v => v.Id == document.VersionId, cancellation);
        var template = await db.Set<DocumentTemplate>().AsNoTracking().SingleAsync(t => t.Id == version.TemplateId, cancellation);
        var text = (await templates.TextAsync(template.Id, version.Number, cancellation))!;
        var language = Language.Of(document.Language) ?? Language.English;
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(document.Values)!;
        var words = Words(document, language);
        var picture = CheckCode.Picture(words.Address);
        var bytes = template.Form == DocumentForm.Word
            ? WordFile.Fill((await templates.WordAsync(text, language, cancellation))!, values, word => WordStamp.Add(word, words, picture))
            : await chromium.PrintAsync(PrintSheet.Of(HtmlOf(document.Text ?? text.Body.Exactly(language.Tag), template.RecordKind, values), language, words, picture), cancellation);
        using var content = new MemoryStream(bytes);
        var name = document.Number.Replace('/', '-') + (template.Form == DocumentForm.Word ? ".docx" : ".pdf");
        document.Issue(await files.AddAsync(new(new(IssuedDocument.RecordKindOfFiles, document.Id.Value), name, content, Rules), cancellation), now);
    }

    private string HtmlOf(string source, string kind, Dictionary<string, string> values)
    {
        var letter = LetterText.Read(DocumentRows.Expand(source, values), templates.FieldsOf(kind).Concat(values.Keys).ToHashSet(StringComparer.Ordinal), out var problem)
            ?? throw new JobRefusedException($"The text of the template cannot be read: {problem?.Argument}");
        return DocumentHtml.Clean(letter.Fill(values, encoder));
    }

    private StampWords Words(IssuedDocument document, Language language) => new(
        document.Number,
        string.Format(language.Culture, texts.In(language, "documents.stamp.line"), document.Number, texts.DateIn(language, clock.DateOf(document.AskedAt))),
        texts.In(language, "documents.stamp.check"), CheckCode.AddressOf(settings, document.Code));
}
