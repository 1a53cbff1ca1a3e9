using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Questions;

/// <summary>Who may read the files of an answer: whoever may read the answer, and of one submitted those whom the record that owns the form lets.</summary>
internal sealed class AnswerFiles(AppDbContext db, IServiceProvider services) : IFileGuard
{
    public string Kind => FormAnswer.RecordKind;

    public async Task<bool> MayReadAsync(RecordRef owner, Viewer viewer, CancellationToken cancellation)
    {
        var id = new Id<AnswerTag>(owner.Key);
        if (await db.Set<FormAnswer>().VisibleTo(viewer).AnyAsync(a => a.Id == id, cancellation)) return true;
        var form = await db.Set<FormAnswer>().ViewerNamed().Where(a => a.Id == id && a.State == AnswerState.Submitted)
            .Join(db.Set<Form>().ViewerNamed(), a => a.FormId, f => f.Id, (a, f) => new { f.OwnerKind, f.OwnerKey, a.Account }).SingleOrDefaultAsync(cancellation);
        return form is not null && services.GetServices<IFormOwner>().FirstOrDefault(o => o.Kind == form.OwnerKind) is { } owning
            && (await owning.OfAsync(form.OwnerKey, viewer, cancellation) is { MayRead: true }
                || (form.Account is { } account && await owning.MayReadOfAsync(form.OwnerKey, account, viewer, cancellation)));
    }

    /// <summary>What a question takes.</summary>
    public static FileRules RulesOf(Question question) => new(
        Math.Clamp(question.Megabytes, 1, FormLimits.Megabytes) * 1024L * 1024,
        question.FileKinds.Count == 0 ? StoredKind.All : [.. StoredKind.All.Where(k => question.FileKinds.Contains(k.Name, StringComparer.Ordinal))]);
}
