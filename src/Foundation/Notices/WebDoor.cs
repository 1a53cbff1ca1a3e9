using System.Net;
using System.Net.Sockets;
using Entente.Foundation.Settings;

namespace Entente.Foundation.Notices;

/// <summary>
/// The way out to other servers. Where a person chose the address it leads to the public network only, whatever a name resolves to at that moment, so that nobody
/// makes the house speak with machines inside; redirects are not followed.
/// </summary>
internal sealed class WebDoor(EntenteSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>To addresses people chose.</summary>
    public HttpClient ToWebhooks { get; } = Client(settings.LocalWebhooks ? null : ConnectOutsideAsync);

    /// <summary>To addresses the operator set.</summary>
    public HttpClient ToRobots { get; } = Client(null);

    /// <summary>Whether an address may be chosen at all: https, or one of this machine where the operator allows that.</summary>
    public static bool MayBeChosen(Uri address, EntenteSettings settings) => settings.LocalWebhooks && address.IsLoopback
        ? address.Scheme is "http" or "https"
        : address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && !(IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !IsPublic(ip)) && !address.IsLoopback;

    public void Dispose()
    {
        ToWebhooks.Dispose();
        ToRobots.Dispose();
    }

    private static HttpClient Client(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = Patience, PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        if (connect is not null) handler.ConnectCallback = connect;
        return new(handler, disposeHandler: true) { Timeout = Patience };
    }

    private static async ValueTask<Stream> ConnectOutsideAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (found.Length == 0 || found.Any(a => !IsPublic(a))) throw new NoticeRefusedException("The address leads to no machine of the public network.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return false;
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? bytes[0] is not (0 or 10 or 127 or >= 224) && !(bytes[0] == 172 && bytes[1] is >= 16 and <= 31) && !(bytes[0] == 192 && bytes[1] == 168)
                && !(bytes[0] == 169 && bytes[1] == 254) && !(bytes[0] == 100 && bytes[1] is >= 64 and <= 127) && !(bytes[0] == 198 && bytes[1] is (18 or 19))
            : !address.IsIPv6LinkLocal && !address.IsIPv6SiteLocal && !address.IsIPv6Multicast && !address.IsIPv6UniqueLocal && !address.Equals(IPAddress.IPv6Any)
                && !(bytes[0] == 0x00 && bytes[1] == 0x64 && bytes[2] == 0xff && bytes[3] == 0x9b) && !(bytes[0] == 0x20 && bytes[1] == 0x02);
    }
}
