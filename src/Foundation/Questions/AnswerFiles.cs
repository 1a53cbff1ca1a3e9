using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Questions;

/// <summary>Who may read the files of an answer: whoever may read the answer.</summary>
internal sealed class AnswerFiles(AppDbContext db) : IFileGuard
{
    public string Kind => FormAnswer.RecordKind;

    public Task<bool> MayReadAsync(RecordRef owner, Viewer viewer, CancellationToken cancellation)
    {
        var id = new Id<AnswerTag>(owner.Key);
        return db.Set<FormAnswer>().VisibleTo(viewer).AnyAsync(a => a.Id == id, cancellation);
    }

    /// <summary>What a question takes.</summary>
    public static FileRules RulesOf(Question question) => new(
        Math.Clamp(question.Megabytes, 1, FormLimits.Megabytes) * 1024L * 1024,
        question.FileKinds.Count == 0 ? StoredKind.All : [.. StoredKind.All.Where(k => question.FileKinds.Contains(k.Name, StringComparer.Ordinal))]);
}
