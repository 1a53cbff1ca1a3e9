namespace Entente.Directory.Accounts;

/// <summary>Where to go after signing in: only to a path of this host.</summary>
internal static class ReturnAddress
{
    public const string Default = "/desk";

    /// <summary>The path asked for, if it is one of ours; the desk otherwise.</summary>
    public static string Safe(string? asked) => IsOwnPath(asked) ? asked! : Default;

    private static bool IsOwnPath(string? asked) =>
        asked is { Length: > 1 and <= 1000 } && asked[0] == '/' && asked[1] is not ('/' or '\\')
        && !asked.Any(c => char.IsControl(c) || c == '\\')
        && !asked.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase);
}
