using System.Diagnostics;
using Entente.Directory.Model;
using Microsoft.AspNetCore.Identity;

namespace Entente.Directory.Accounts;

/// <summary>Whether an address and a password belong together, answered so that neither words nor time tell which accounts exist.</summary>
internal sealed class PasswordCheck(AccountKeeping accounts, SignInManager<Account> signIn, IPasswordHasher<Account> hasher)
{
    /// <summary>An answer that refuses comes no sooner than this.</summary>
    private static readonly TimeSpan RefusesAfter = TimeSpan.FromMilliseconds(400);

    private static readonly Account Nobody = new() { Email = "", NormalizedEmail = "", DisplayName = "" };

    private static readonly string NobodysHash = new PasswordHasher<Account>(Hashing).HashPassword(Nobody, Guid.CreateVersion7().ToString());

    /// <summary>How passwords are hashed: PBKDF2 with HMAC-SHA512, 210,000 rounds (OWASP Password Storage Cheat Sheet).</summary>
    public static Microsoft.Extensions.Options.IOptions<PasswordHasherOptions> Hashing =>
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 });

    /// <summary>The account; none where the address is unknown, the password wrong, or the account waits.</summary>
    public async Task<Account?> AccountOfAsync(string email, string password)
    {
        var begun = Stopwatch.GetTimestamp();
        var account = await accounts.FindByNameAsync(email);
        if (account?.PasswordHash is null || await accounts.IsLockedOutAsync(account))
            hasher.VerifyHashedPassword(Nobody, NobodysHash, password);
        else if ((await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded)
            return account;
        await RestAsync(begun);
        return null;
    }

    /// <summary>Waits until a refusal may be sent.</summary>
    public static Task RestAsync(long begun)
    {
        var rest = RefusesAfter - Stopwatch.GetElapsedTime(begun);
        return rest > TimeSpan.Zero ? Task.Delay(rest) : Task.CompletedTask;
    }
}
