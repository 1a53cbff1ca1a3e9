using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Answers;

/// <summary>Answers what an account follows.</summary>
internal sealed class Follows(AppDbContext db) : IFollows
{
    public Task<bool> IsFollowedAsync(Viewer viewer, RecordRef subject, CancellationToken cancellation) =>
        db.Set<Follow>().VisibleTo(viewer).AnyAsync(f => f.SubjectKey == subject.Key && f.SubjectKind == subject.Kind, cancellation);
}
