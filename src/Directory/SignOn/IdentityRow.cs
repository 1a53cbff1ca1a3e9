using Entente.Directory.Model;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.SignOn;

/// <summary>One identity of an account, for its holder and for operators.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Issuer">Who vouches.</param>
/// <param name="Label">What the provider calls the person.</param>
/// <param name="IsAnnounced">Whether the university's table brought it.</param>
/// <param name="LinkedAt">Since when.</param>
/// <param name="UsedAt">When somebody last signed in with it.</param>
public sealed record IdentityRow(string Id, string Issuer, string Label, bool IsAnnounced, Instant LinkedAt, Instant? UsedAt)
{
    internal static async Task<IReadOnlyList<IdentityRow>> OfAsync(AppDbContext db, AccountId account, CancellationToken cancellation) =>
        [.. (await db.Set<ExternalIdentity>().AsNoTracking().Where(i => i.AccountId == account).OrderBy(i => i.LinkedAt).ToListAsync(cancellation))
            .Select(i => new IdentityRow(
                i.Id.ToString(), i.Issuer, i.Label.Length > 0 ? i.Label : i.Subject, i.Origin == IdentityOrigin.Announced, i.LinkedAt, i.UsedAt))];
}
