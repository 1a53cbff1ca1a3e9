using Entente.Directory.Model;
using Microsoft.AspNetCore.Identity;

namespace Entente.Directory.Accounts;

/// <summary>
/// Long enough, and not made of what everybody knows of its owner. No rules of composition: they make passwords
/// worse (NIST SP 800-63B § 3.1.1.2).
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>Characters at least.</summary>
    public const int Shortest = 12;

    /// <summary>Characters at most; a bound for the work of hashing.</summary>
    public const int Longest = 128;

    /// <summary>Characters that must remain when the owner's name and address are taken out.</summary>
    private const int OwnCharacters = 8;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Broken(password ?? "", user.Email, user.DisplayName) is { } key
            ? IdentityResult.Failed(new IdentityError { Code = key, Description = key })
            : IdentityResult.Success);

    /// <summary>The text key of the rule a password breaks; none: it is fine.</summary>
    public static string? Broken(string password, string email, string name)
    {
        if (password.Length < Shortest) return "directory.password.short";
        if (password.Length > Longest) return "directory.password.long";
        if (password.Distinct().Count() < 4) return "directory.password.guessable";
        var rest = password;
        foreach (var known in KnownOf(email, name)) rest = rest.Replace(known, "", StringComparison.OrdinalIgnoreCase);
        return rest.Length < OwnCharacters && rest.Length < password.Length ? "directory.password.guessable" : null;
    }

    /// <summary>The number that fills the sentence of a broken rule.</summary>
    public static int LimitOf(string broken) => broken == "directory.password.long" ? Longest : Shortest;

    private static IEnumerable<string> KnownOf(string email, string name) => new[] { email }
        .Concat(email.Split('@', '.', '-', '_', '+'))
        .Append(name)
        .Concat(name.Split(' ', '-', '·'))
        .Where(part => part.Length >= 2)
        .OrderByDescending(part => part.Length);
}
