using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.SignOn;

/// <summary>Links an identity to the account that is signed in, where it is still the same session that proved itself and went out.</summary>
internal static class LinkIdentity
{
    /// <returns>What speaks against it; none: it is linked.</returns>
    public static async Task<SignOnReason?> LinkAsync(
        HttpContext context, AppDbContext db, string session, Provider provider, ExternalIdentity? known, string subject, string label, CancellationToken cancellation)
    {
        var viewer = await context.RequestServices.GetRequiredService<Sessions>().OfRequestAsync(context, cancellation);
        if (viewer.Account is not { } key || context.Features.Get<CurrentSession>()?.Id.ToString() != session) return SignOnReason.NotYou;
        var account = new AccountId(key);
        if (known is not null) return known.AccountId == account ? null : SignOnReason.Taken;
        (db.Write.Viewer, db.Write.Action) = (viewer, "directory.account.identity");
        db.Add(new ExternalIdentity { AccountId = account, Issuer = provider.Issuer, Subject = subject, Label = label, Origin = IdentityOrigin.Linked, LinkedAt = db.Write.Now });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException)
        {
            // Somebody else linked it at this very moment: the key is unique.
            return SignOnReason.Taken;
        }
    }
}
