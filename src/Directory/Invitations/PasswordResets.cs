using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Invitations;

/// <summary>Makes and uses up the links by which a forgotten password is set anew.</summary>
internal sealed class PasswordResets(AppDbContext db, AccountKeeping accounts, AccountMail mail)
{
    /// <summary>Makes a link; earlier ones of the account are withdrawn.</summary>
    public async Task<string> MakeAsync(Account account, CancellationToken cancellation)
    {
        var now = db.Write.Now;
        foreach (var earlier in await OpenFor(account.Id).ToListAsync(cancellation)) earlier.WithdrawnAt = now;
        var (token, hash) = SecretToken.New();
        var link = new AccountLink
        {
            Purpose = AccountLinkPurpose.PasswordReset,
            TokenHash = hash,
            Email = account.Email,
            DisplayName = account.DisplayName,
            AccountId = account.Id,
            CreatedAt = now,
            ExpiresAt = now + AccountLink.ResetLives,
        };
        db.Add(link);
        await mail.ResetAsync(account, link, token, cancellation);
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>The link behind a token, if its form may be sent and its account is open.</summary>
    public async Task<AccountLink?> FindAsync(string token, CancellationToken cancellation)
    {
        if (SecretToken.HashOf(token) is not { } hash) return null;
        var link = await db.Set<AccountLink>().SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == AccountLinkPurpose.PasswordReset, cancellation);
        return link is not null && link.IsOpen(db.Write.Now) && await AccountAsync(link, cancellation) is not null ? link : null;
    }

    /// <summary>Sets the password, ends every session, lifts the wait after failures, and uses the link up.</summary>
    /// <returns>The account; none where somebody else used the link at the same moment.</returns>
    public async Task<Account?> UseAsync(AccountLink link, string password, CancellationToken cancellation)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancellation);
        link.UsedAt = db.Write.Now;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        var account = (await AccountAsync(link, cancellation))!;
        await accounts.SetPasswordAsync(account, password);
        await Sessions.EndAllOfAsync(db, account.Id, except: null, cancellation);
        await whole.CommitAsync(cancellation);
        return account;
    }

    private IQueryable<AccountLink> OpenFor(AccountId account) => db.Set<AccountLink>()
        .Where(l => l.AccountId == account && l.Purpose == AccountLinkPurpose.PasswordReset && l.UsedAt == null && l.WithdrawnAt == null);

    private Task<Account?> AccountAsync(AccountLink link, CancellationToken cancellation) =>
        db.Accounts().SingleOrDefaultAsync(a => a.Id == link.AccountId && a.EndedAt == null && a.LockedAt == null, cancellation);
}
