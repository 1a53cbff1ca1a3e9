using System.Globalization;
using System.Threading.RateLimiting;
using Entente.Foundation.Settings;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Accounts;

/// <summary>What is limited, each by the address a request comes from. Every node counts for itself.</summary>
internal enum Limit
{
    /// <summary>Attempts to sign in.</summary>
    SignIn,

    /// <summary>Requests for a link that sets a forgotten password, and its use.</summary>
    Reset,

    /// <summary>The use of invitations.</summary>
    Invitation,

    /// <summary>Invitations made.</summary>
    Inviting,

    /// <summary>Asking whether an issued document holds.</summary>
    Check,
}

/// <summary>Holds back who guesses passwords or links, or makes the house send mail without end.</summary>
internal static class Limits
{
    /// <summary>Per address and minute where the setting <c>Entente__Limits__…</c> does not say. A campus may stand behind one address.</summary>
    private static readonly Dictionary<Limit, int> Usual = new()
    {
        [Limit.SignIn] = 60,
        [Limit.Reset] = 10,
        [Limit.Invitation] = 30,
        [Limit.Inviting] = 60,
        [Limit.Check] = 60,
    };

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((limiter, configuration) =>
        {
            foreach (var (limit, usual) in Usual)
            {
                var permits = PermitsOf(limit, configuration[$"Entente:Limits:{limit}"], usual);
                limiter.AddPolicy(limit.ToString(), context => RateLimitPartition.GetSlidingWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
            }

            limiter.OnRejected = async (rejected, cancellation) => await AnswerAsync(rejected);
        });
    }

    public static T Limited<T>(this T route, Limit limit)
        where T : IEndpointConventionBuilder => route.RequireRateLimiting(limit.ToString());

    private static Task AnswerAsync(OnRejectedContext rejected)
    {
        var context = rejected.HttpContext;
        LanguageChoice.Of(context.Request).Use();
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var page = Page.Show<TooManyPage>(new object());
        page.StatusCode = StatusCodes.Status429TooManyRequests;
        return page.ExecuteAsync(context);
    }

    private static int PermitsOf(Limit limit, string? setting, int usual) => setting is not { Length: > 0 } ? usual
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var permits) && permits > 0 ? permits
        : throw new SettingException($"Entente__Limits__{limit}", $"'{setting}' is no whole number above 0.");
}
