using System.Globalization;
using System.Threading.RateLimiting;
using Entente.Foundation.Settings;
using Microsoft.Extensions.Configuration;

namespace Entente.Foundation.Api;

/// <summary>
/// How much is answered a minute: to each token (<c>Entente__Limits__Api</c>), and to each address that comes without a valid one
/// (<c>Entente__Limits__ApiRefused</c>). Every node counts for itself.
/// </summary>
internal sealed class ApiLimits(IConfiguration configuration) : IDisposable
{
    private const int UsualPerMinute = 600;

    private readonly PartitionedRateLimiter<Guid> tokens = Of<Guid>(configuration, "Api", UsualPerMinute);
    private readonly PartitionedRateLimiter<string> refused = Of<string>(configuration, "ApiRefused", 60);

    /// <summary>How many requests a token may make a minute.</summary>
    public int PerMinute { get; } = Permits(configuration, "Api", UsualPerMinute);

    /// <summary>Whether the token may go on; how long it waits where not.</summary>
    public (bool MayGoOn, TimeSpan Wait) Ask(Guid token) => Taken(tokens, token);

    /// <summary>Counts a request without a valid token.</summary>
    public (bool MayGoOn, TimeSpan Wait) Refuse(string address) => Taken(refused, address);

    /// <summary>Whether an address was refused so often that it is not even listened to.</summary>
    public bool IsHeldBack(string address) => refused.GetStatistics(address) is { CurrentAvailablePermits: 0 };

    public void Dispose()
    {
        tokens.Dispose();
        refused.Dispose();
    }

    private static (bool MayGoOn, TimeSpan Wait) Taken<T>(PartitionedRateLimiter<T> limiter, T who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired ? (true, TimeSpan.Zero)
            : (false, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1));
    }

    private static PartitionedRateLimiter<T> Of<T>(IConfiguration configuration, string name, int usual)
        where T : notnull
    {
        var permits = Permits(configuration, name, usual);
        return PartitionedRateLimiter.Create<T, T>(who => RateLimitPartition.GetSlidingWindowLimiter(
            who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
    }

    private static int Permits(IConfiguration configuration, string name, int usual) => configuration["Entente:Limits:" + name] is not { Length: > 0 } setting ? usual
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0 ? read
        : throw new SettingException("Entente__Limits__" + name, $"'{setting}' is no whole number above 0.");
}
