using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Texts;
using NodaTime;

namespace Entente.Foundation.Documents;

/// <summary>A template as pages show it.</summary>
public sealed record DocumentTemplateLine
{
    /// <summary>Its key.</summary>
    public required Id<TemplateTag> Id { get; init; }

    /// <summary>The kind of record its documents are about.</summary>
    public required string RecordKind { get; init; }

    /// <summary>The letters in its numbers.</summary>
    public required string Code { get; init; }

    /// <summary>How its documents are made.</summary>
    public required DocumentForm Form { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Whether its documents commit outwardly.</summary>
    public bool IsOutward { get; init; }

    /// <summary>The version in use.</summary>
    public int Current { get; init; }

    /// <summary>When it was put away.</summary>
    public Instant? ArchivedAt { get; init; }

    /// <summary>How many documents were issued by it.</summary>
    public int Issued { get; init; }
}

/// <summary>A version of a template.</summary>
public sealed record TemplateText
{
    /// <summary>Its key.</summary>
    public Guid Key { get; init; }

    /// <summary>The template.</summary>
    public Id<TemplateTag> Template { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary>The print HTML.</summary>
    public required LocalizedText Body { get; init; }

    /// <summary>The English Word file.</summary>
    public Id<FileCard>? WordEn { get; init; }

    /// <summary>The Chinese Word file.</summary>
    public Id<FileCard>? WordZh { get; init; }

    /// <summary>When it was written.</summary>
    public Instant RecordedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The Word file in a language.</summary>
    public Id<FileCard>? WordIn(Language language) => language == Language.Chinese ? WordZh : WordEn;

    /// <summary>Whether there is a text in a language.</summary>
    public bool Has(Language language) => Body.Exactly(language.Tag).Length > 0 || WordIn(language) is not null;
}

/// <summary>What somebody wrote or uploaded for a template.</summary>
/// <param name="Body">The print HTML.</param>
/// <param name="Files">Word files: language, name, bytes.</param>
public sealed record TemplateWriting(LocalizedText Body, IReadOnlyList<(Language Language, string Name, byte[] Bytes)> Files)
{
    /// <summary>Whether what is made of it commits outwardly.</summary>
    public bool IsOutward { get; init; }

    /// <summary>What a reader reads of it in a language, with its placeholders; empty where there is none.</summary>
    /// <exception cref="FileRefusedException">The Word file cannot be opened safely.</exception>
    public string TextIn(Language language, DocumentForm form) => form == DocumentForm.Html
        ? Body.Exactly(language.Tag)
        : Files.Where(f => f.Language == language).Select(f => WordFile.TextOf(f.Bytes)).FirstOrDefault() ?? "";
}

/// <summary>How long the parts of a template may be.</summary>
public static class TemplateLimits
{
    /// <summary>The longest print HTML in one language, in characters.</summary>
    public const int LongestBody = TemplateVersion.LongestBody;

    /// <summary>The longest name.</summary>
    public const int LongestName = DocumentTemplate.LongestName;

    /// <summary>The most letters of a code.</summary>
    public const int LongestCode = DocumentTemplate.LongestCode;
}
