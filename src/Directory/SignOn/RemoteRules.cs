using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Entente.Directory.SignOn;

/// <summary>What holds for every provider, whatever it speaks.</summary>
internal static class RemoteRules
{
    /// <summary>No answer about a person is longer.</summary>
    public const int LongestAnswer = 256 * 1024;

    private static readonly TimeSpan WayOutAndBack = TimeSpan.FromMinutes(15);

    public static void Apply(RemoteAuthenticationOptions options, Provider provider)
    {
        options.CallbackPath = provider.ReturnPath;
        options.SaveTokens = false;
        options.RemoteAuthenticationTimeout = WayOutAndBack;
        options.BackchannelTimeout = provider.Timeout;
        // The way back is a redirect, which carries a lax cookie.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events ??= new RemoteAuthenticationEvents();
        SignOnReturn.Attach(options.Events, provider);
    }
}
