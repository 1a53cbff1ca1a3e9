using Entente.Directory.Model;
using Entente.Foundation.Texts;
using Entente.Ui.Records;
using NodaTime;

namespace Entente.Directory.Accounts;

/// <summary>How an account stands.</summary>
public enum AccountState
{
    /// <summary>Its holder can sign in.</summary>
    Open,

    /// <summary>It waits after too many failures.</summary>
    Waiting,

    /// <summary>Somebody locked it.</summary>
    Locked,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>What follows from how an account stands.</summary>
internal static class AccountStates
{
    public static AccountState Of(Account account, Instant now) =>
        account.EndedAt is not null ? AccountState.Ended
        : account.LockedAt is not null ? AccountState.Locked
        : account.Waits(now) ? AccountState.Waiting
        : AccountState.Open;

    public static StateKind KindOf(AccountState state) => state switch
    {
        AccountState.Open => StateKind.Done,
        AccountState.Waiting => StateKind.Waiting,
        AccountState.Locked => StateKind.Blocked,
        _ => StateKind.Neutral,
    };

    /// <summary>Whether an address reaches anybody; those the roster announces without one have none.</summary>
    public static bool HasMail(string email) => !email.EndsWith(Account.NoMail, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address to show.</summary>
    public static string MailOf(TextCatalog texts, string email) => HasMail(email) ? email : texts["directory.account.no-mail"];

    /// <summary>The text key of its word.</summary>
    public static string KeyOf(AccountState state) => "directory.account.state." + state.ToString().ToLowerInvariant();
}
