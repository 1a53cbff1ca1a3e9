using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Questions;

/// <summary>Finds answers: a respondent's own, and those the office may read.</summary>
public sealed class AnswerBoard(AppDbContext db, IFileStore files)
{
    /// <summary>What a respondent has answered, a draft or not; none: nothing yet.</summary>
    public async Task<AnswerCard?> OfAsync(Id<FormTag> form, Respondent who, CancellationToken cancellation)
    {
        var key = who.Key;
        return await db.Set<FormAnswer>().ViewerNamed().AsNoTracking().SingleOrDefaultAsync(a => a.FormId == form && a.Respondent == key, cancellation) is { } found ? Card(found) : null;
    }

    /// <summary>A file a respondent sent, a draft or not; none where it is no file of their answer.</summary>
    public async Task<FileCard?> FileAsync(Id<FormTag> form, Respondent who, Id<FileCard> file, CancellationToken cancellation) =>
        await OfAsync(form, who, cancellation) is { } answer && answer.Content.Values.Values.Concat(answer.LeftOver.Values.Values).Any(v => v.Files?.Any(f => f.Id == file) == true)
            ? (await files.FindAsync([file], cancellation)).GetValueOrDefault(file)
            : null;

    /// <summary>An answer the viewer may read.</summary>
    public async Task<AnswerCard?> FindAsync(Id<AnswerTag> id, Viewer viewer, CancellationToken cancellation) =>
        await db.Set<FormAnswer>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation) is { } found ? Card(found) : null;

    /// <summary>The answers to a form that count and that the viewer may read, the latest first.</summary>
    public async Task<IReadOnlyList<AnswerCard>> SubmittedAsync(Id<FormTag> form, Viewer viewer, CancellationToken cancellation) =>
        [.. (await db.Set<FormAnswer>().VisibleTo(viewer).AsNoTracking().Where(a => a.FormId == form && a.State == AnswerState.Submitted)
            .OrderByDescending(a => a.SubmittedAt).ThenBy(a => a.Id).ToListAsync(cancellation)).Select(Card)];

    /// <summary>The answers to a form that count and that the viewer may read, as a list shows them, the latest first.</summary>
    public IQueryable<AnswerLine> Lines(Id<FormTag> form, Viewer viewer) => db.Set<FormAnswer>().VisibleTo(viewer).AsNoTracking()
        .Where(a => a.FormId == form && a.State == AnswerState.Submitted).OrderByDescending(a => a.SubmittedAt).ThenBy(a => a.Id)
        .Select(a => new AnswerLine { Id = a.Id, Name = a.Name, AboutKind = a.AboutKind, AboutKey = a.AboutKey, Version = a.VersionNumber, ByLink = a.LinkId != null, SubmittedAt = a.SubmittedAt });

    /// <summary>How many answers a form has, by version and where they stand; drafts are counted, never read.</summary>
    public async Task<IReadOnlyList<AnswerCount>> CountsAsync(Id<FormTag> form, CancellationToken cancellation) =>
        await db.Set<FormAnswer>().ViewerNamed().Where(a => a.FormId == form).GroupBy(a => new { a.VersionNumber, a.State })
            .Select(g => new AnswerCount(g.Key.VersionNumber, g.Key.State, g.Count())).ToListAsync(cancellation);

    /// <summary>How many answers count, for many forms.</summary>
    public async Task<IReadOnlyDictionary<Id<FormTag>, int>> SubmittedAsync(IReadOnlyCollection<Id<FormTag>> forms, CancellationToken cancellation) =>
        await db.Set<FormAnswer>().ViewerNamed().Where(a => forms.Contains(a.FormId) && a.State == AnswerState.Submitted).GroupBy(a => a.FormId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);

    /// <summary>Which of the forms an account has answered.</summary>
    public async Task<IReadOnlySet<Id<FormTag>>> SubmittedByAsync(Guid account, IReadOnlyCollection<Id<FormTag>> forms, CancellationToken cancellation) =>
        (await db.Set<FormAnswer>().ViewerNamed().Where(a => a.Account == account && a.State == AnswerState.Submitted && forms.Contains(a.FormId)).Select(a => a.FormId).ToListAsync(cancellation)).ToHashSet();

    internal static AnswerCard Card(FormAnswer answer) => new()
    {
        Id = answer.Id,
        FormId = answer.FormId,
        Version = answer.VersionNumber,
        Name = answer.Name,
        About = answer is { AboutKind: { } kind, AboutKey: { } key } ? new RecordRef(kind, key) : null,
        ByLink = answer.LinkId is not null,
        State = answer.State,
        Content = AnswerContent.FromJson(answer.Content),
        LeftOver = answer.LeftOver is { } left ? AnswerContent.FromJson(left) : AnswerContent.Empty,
        SavedAt = answer.SavedAt,
        SubmittedAt = answer.SubmittedAt,
        Token = answer.Version,
    };
}

/// <summary>An answer as a list shows it.</summary>
public sealed record AnswerLine
{
    /// <summary>Its key.</summary>
    public required Id<AnswerTag> Id { get; init; }

    /// <summary>The name of whoever answered.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of the record it is about.</summary>
    public string? AboutKind { get; init; }

    /// <summary>That record's key.</summary>
    public Guid? AboutKey { get; init; }

    /// <summary>The version answered.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it came by a link.</summary>
    public bool ByLink { get; init; }

    /// <summary>When it was submitted.</summary>
    public NodaTime.Instant? SubmittedAt { get; init; }
}

/// <summary>How many answers to a version stand somewhere.</summary>
/// <param name="Version">The version.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Count">How many.</param>
public sealed record AnswerCount(int Version, AnswerState State, int Count);
