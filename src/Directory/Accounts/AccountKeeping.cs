using Entente.Directory.Model;
using Entente.Foundation.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Entente.Directory.Accounts;

/// <summary>Identity's keeping of accounts, on the house's clock and with a wait that grows with each failure.</summary>
internal sealed class AccountKeeping(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userRules, IEnumerable<IPasswordValidator<Account>> passwordRules, ILookupNormalizer normalizer,
    IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<Account>> log, AppDbContext db)
    : UserManager<Account>(store, options, hasher, userRules, passwordRules, normalizer, errors, services, log)
{
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(user.Waits(db.Write.Now));

    /// <summary>Sets a password that was checked against <see cref="PasswordRules"/>; sessions begun before are over, the wait after failures is lifted.</summary>
    public async Task SetPasswordAsync(Account account, string password)
    {
        account.PasswordHash = PasswordHasher.HashPassword(account, password);
        account.LockedUntil = null;
        account.FailedSignIns = 0;
        await UpdateSecurityStampAsync(account);
    }

    /// <summary>Counts a failure in one statement, so that guesses sent at the same moment are all counted.</summary>
    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        await db.Accounts().Where(a => a.Id == user.Id)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.FailedSignIns, x => x.FailedSignIns + 1), CancellationToken);
        var failures = await db.Accounts().Where(a => a.Id == user.Id).Select(a => a.FailedSignIns).SingleAsync(CancellationToken);
        user.FailedSignIns = failures;
        db.Entry(user).Property(a => a.FailedSignIns).IsModified = false;
        if (failures < Account.FailuresBeforeWait) return IdentityResult.Success;
        NodaTime.Instant? until = db.Write.Now + Account.WaitAfter(failures);
        await db.Accounts().Where(a => a.Id == user.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.LockedUntil, until), CancellationToken);
        return IdentityResult.Success;
    }
}
