using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Questions;

/// <summary>A published version still asks what it asked when it was published.</summary>
internal sealed class VersionsStay : IInvariant
{
    public string Id => "foundation.form-versions";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation)
    {
        var broken = new List<RecordRef>();
        await foreach (var version in db.Set<FormVersion>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            if (!FormContent.HashOf(version.Content).AsSpan().SequenceEqual(version.Hash)) broken.Add(new("foundation.form-version", version.Id.Value));
        return broken;
    }
}

/// <summary>What was submitted holds answers to asked questions of its version only.</summary>
internal sealed class OnlyWhatWasAsked : IInvariant
{
    public string Id => "foundation.form-answers";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation)
    {
        var broken = new List<RecordRef>();
        var versions = new Dictionary<(Guid Form, int Number), FormContent>();
        foreach (var version in await db.Set<FormVersion>().AsNoTracking().ToListAsync(cancellation)) versions[(version.FormId.Value, version.Number)] = FormContent.FromJson(version.Content);
        await foreach (var answer in db.Set<FormAnswer>().ViewerNamed().AsNoTracking().Where(a => a.State == AnswerState.Submitted).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var said = AnswerContent.FromJson(answer.Content);
            if (!versions.TryGetValue((answer.FormId.Value, answer.VersionNumber), out var content) || AnswerChecks.Of(content, said).Count > 0 || Conditions.Kept(content, said).Values.Count != said.Values.Count)
                broken.Add(new(FormAnswer.RecordKind, answer.Id.Value));
        }

        return broken;
    }
}
