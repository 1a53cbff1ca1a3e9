using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Invitations;

/// <summary>Makes, withdraws and uses up invitations.</summary>
internal sealed class Invitations(AppDbContext db, Viewer viewer, NewAccount accounts, AccountMail mail, SchoolClock clock)
{
    /// <summary>Makes an invitation; an open one for the same address is withdrawn, so that one link is valid at a time.</summary>
    public async Task<(AccountLink Link, string Token)> InviteAsync(
        string email, string name, string role, UnitId unit, DateOnly? to, CancellationToken cancellation)
    {
        var now = db.Write.Now;
        foreach (var earlier in await Open(db, now).Where(l => l.Email == email).ToListAsync(cancellation)) earlier.WithdrawnAt = now;
        var (token, hash) = SecretToken.New();
        var link = new AccountLink
        {
            Purpose = AccountLinkPurpose.Invitation,
            TokenHash = hash,
            Email = email,
            DisplayName = name,
            InvitedById = viewer.Me(),
            Role = role,
            UnitId = unit,
            RoleTo = to,
            CreatedAt = now,
            ExpiresAt = now + AccountLink.InvitationLives,
        };
        db.Add(link);
        await mail.InviteAsync(link, token, viewer.Name, cancellation);
        await db.SaveChangesAsync(cancellation);
        return (link, token);
    }

    /// <summary>Opens the account of an invitation and uses the link up, both or neither.</summary>
    /// <returns>The account; none where the link was used, withdrawn or expired meanwhile.</returns>
    public async Task<Account?> AcceptAsync(Id<AccountLink> id, string name, string password, CancellationToken cancellation)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancellation);
        var link = await db.Set<AccountLink>().SingleAsync(l => l.Id == id, cancellation);
        if (!link.IsOpen(db.Write.Now)) return null;
        link.UsedAt = db.Write.Now;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        var account = await accounts.OpenAsync(link.Email, name, password, cancellation);
        link.CreatedAccountId = account.Id;
        db.Tell(new RightsChanged());
        db.Add(new RoleGrant
        {
            AccountId = account.Id,
            Role = link.Role!,
            UnitId = link.UnitId!.Value,
            From = clock.Today,
            To = link.RoleTo,
            GrantedById = link.InvitedById,
            GrantedAt = db.Write.Now,
        });
        await db.SaveChangesAsync(cancellation);
        await whole.CommitAsync(cancellation);
        return account;
    }

    /// <summary>The invitations that may still be accepted.</summary>
    public static IQueryable<AccountLink> Open(AppDbContext db, NodaTime.Instant now) => db.Set<AccountLink>()
        .Where(l => l.Purpose == AccountLinkPurpose.Invitation && l.UsedAt == null && l.WithdrawnAt == null && l.ExpiresAt > now);
}
