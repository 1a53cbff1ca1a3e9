using System.Globalization;
using System.Text.Encodings.Web;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Letters;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;

namespace Entente.Foundation.Documents;

/// <summary>Fills a template for a record and says what stands against issuing it; changes nothing.</summary>
public sealed class DocumentDrafting
{
    private readonly DocumentTemplates templates;
    private readonly DocumentCheck check;
    private readonly TextCatalog texts;
    private readonly SchoolClock clock;
    private readonly WriteContext write;
    private readonly HtmlEncoder encoder;
    private readonly IKnownNames? names;

    internal DocumentDrafting(DocumentTemplates templates, DocumentCheck check, TextCatalog texts, SchoolClock clock, WriteContext write, HtmlEncoder encoder, IKnownNames? names) =>
        (this.templates, this.check, this.texts, this.clock, this.write, this.encoder, this.names) =
        (templates, check, texts, clock, write, encoder, names);

    /// <summary>The document as it would be issued.</summary>
    /// <param name="template">The template.</param>
    /// <param name="text">Its version.</param>
    /// <param name="subject">The record.</param>
    /// <param name="language">The language.</param>
    /// <param name="changed">The text where it was changed for this one document.</param>
    /// <param name="viewer">Who issues it.</param>
    /// <param name="cancellation">Ends the queries.</param>
    public async Task<DocumentDraft> PrepareAsync(
        DocumentTemplateLine template, TemplateText text, DocumentSubject subject, Language language, string? changed, Viewer viewer, CancellationToken cancellation)
    {
        var known = templates.FieldsOf(template.RecordKind);
        var values = ValuesOf(subject, language, NumberOf(Today.Year, template.Code, null), await SenderAsync(viewer, language, cancellation));
        if (template.Form == DocumentForm.Word)
        {
            if (await templates.WordAsync(text, language, cancellation) is not { } file) return DocumentDraft.Wrong("documents.problem.language", "");
            var needed = DocumentRows.Lines(WordFile.PlaceholdersOf(WordFile.TextOf(file)).Needed, values);
            var filled = WordFile.Fill(file, values);
            var read = WordFile.TextOf(filled);
            return new(null, read, await check.FindAsync(read, subject, values, needed, needed, cancellation), null) { Values = values, Word = filled };
        }

        var source = text.Body.Exactly(language.Tag);
        if (source.Length == 0) return DocumentDraft.Wrong("documents.problem.language", "");
        if (DocumentTemplates.TextProblem(DocumentForm.Html, changed ?? source, known) is { } problem) return DocumentDraft.Wrong(problem.Key, problem.Argument);
        var named = known.Concat(values.Keys).ToHashSet(StringComparer.Ordinal);
        var asked = LetterText.Read(DocumentRows.Expand(source, values), named, out _);
        var letter = LetterText.Read(DocumentRows.Expand(changed ?? source, values), named, out _)!;
        var html = DocumentHtml.Clean(letter.Fill(values, encoder));
        var plain = DocumentHtml.TextOf(html);
        return new(html, plain, await check.FindAsync(plain, subject, values, asked?.Needed ?? letter.Needed, letter.Needed, cancellation), null) { Values = values };
    }

    /// <summary>Who issues it, called as in the language it is written in.</summary>
    private async Task<string> SenderAsync(Viewer viewer, Language language, CancellationToken cancellation) =>
        viewer.Person is { } person && names is not null && await names.PersonAsync(person, cancellation) is { } name ? name.In(language.Tag) : viewer.Name;

    private DateOnly Today => clock.DateOf(write.Now);

    /// <summary>What the placeholders stand for, in a language.</summary>
    private Dictionary<string, string> ValuesOf(DocumentSubject subject, Language language, string number, string sender)
    {
        var values = subject.Values.ToDictionary(v => v.Key, v => v.Value.In(language.Tag), StringComparer.Ordinal);
        DocumentRows.Add(values, subject.Lists, language);
        values["record"] = subject.Title.In(language.Tag);
        values["number"] = number;
        values["sender"] = sender;
        values["today"] = texts.DateIn(language, Today);
        return values;
    }

    /// <summary>A number: 2026/LET/0012; dots where it is not given yet.</summary>
    internal static string NumberOf(int year, string code, int? sequence) =>
        $"{year.ToString(CultureInfo.InvariantCulture)}/{code}/{sequence?.ToString("0000", CultureInfo.InvariantCulture) ?? "····"}";
}

/// <summary>A document before it is issued.</summary>
/// <param name="Html">Its print HTML, filled; none for a Word file.</param>
/// <param name="Text">What a reader reads.</param>
/// <param name="Findings">What stands against issuing it.</param>
/// <param name="Problem">What is wrong with the text itself: text key and argument; then nothing else is said.</param>
public sealed record DocumentDraft(string? Html, string Text, IReadOnlyList<DocumentFinding> Findings, (string Key, string Argument)? Problem)
{
    /// <summary>The filled Word file.</summary>
    public byte[]? Word { get; init; }

    /// <summary>Whether it can be issued with a reason.</summary>
    public bool CanOverride => Problem is null && Findings.All(f => !f.Stops);

    /// <summary>Whether it was stopped by the checks before documents that commit outwardly.</summary>
    public bool IsHeld { get; init; }

    internal IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal static DocumentDraft Wrong(string key, string argument) => new(null, "", [], (key, argument));
}
