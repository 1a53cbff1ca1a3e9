using System.Security.Cryptography;
using System.Text;
using Entente.Directory.Model;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Accounts;

/// <summary>Opens accounts; the one way, for the command line, invitations and the demonstration.</summary>
internal sealed class NewAccount(AccountKeeping accounts, ILookupNormalizer normalizer, AppDbContext db, TextCatalog texts)
{
    /// <summary>Adds an account, saved at once.</summary>
    /// <exception cref="RefusedException">The address is taken or no address, or the password breaks a rule.</exception>
    public async Task<Account> OpenAsync(string email, string name, string? password, CancellationToken cancellation)
    {
        if (await ReasonAgainstAsync(email, cancellation) is { } reason) throw new RefusedException(texts[reason, email]);
        if (password is not null && PasswordRules.Broken(password, email, name) is { } broken)
            throw new RefusedException(texts[broken, PasswordRules.Shortest, PasswordRules.Longest]);
        var account = new Account { Email = email, NormalizedEmail = "", DisplayName = name, CreatedAt = db.Write.Now };
        var result = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
        return result.Succeeded ? account : throw new RefusedException([.. result.Errors.Select(e => e.Description)]);
    }

    /// <summary>The text key of what speaks against a new account with this address; none: nothing.</summary>
    public async Task<string?> ReasonAgainstAsync(string email, CancellationToken cancellation)
    {
        if (!IsAddress(email)) return "directory.account.no-address";
        var normalized = normalizer.NormalizeName(email);
        return await db.Accounts().AnyAsync(a => a.NormalizedEmail == normalized, cancellation) ? "directory.account.taken" : null;
    }

    /// <summary>An account that the university's roster announces: without a password, for whoever comes with its identity.</summary>
    public static Account Announced(string mail, string name, string issuer, string subject, NodaTime.Instant at)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(issuer + "\n" + subject)).AsSpan(0, 12));
        var address = mail.Length > 0 ? mail : key + Account.NoMail.ToLowerInvariant();
        return new()
        {
            Email = address,
            NormalizedEmail = address.Normalize().ToUpperInvariant(),
            DisplayName = name,
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            CreatedAt = at,
        };
    }

    private static bool IsAddress(string email) =>
        email.Length <= 254 && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && System.Net.Mail.MailAddress.TryCreate(email, out var read) && read.Address == email;
}
