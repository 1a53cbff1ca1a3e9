using System.Net;
using System.Net.Sockets;
using Entente.Foundation.Settings;
using Microsoft.Extensions.Hosting;

namespace Entente.Foundation.Webhooks;

/// <summary>
/// Where messages may go: to public addresses by https. Whoever registers a webhook must not thereby reach this machine or the network behind
/// it. The setting <c>Entente__Webhooks__AllowPrivate</c> opens private networks, and this machine by http too; development opens this machine.
/// </summary>
public sealed class WebhookReach(EntenteSettings settings, IHostEnvironment? environment = null)
{
    private readonly bool opensMachine = settings.WebhooksAllowPrivate || environment?.IsDevelopment() == true;

    /// <summary>Whether an address can be registered at all.</summary>
    public bool Allows(Uri address) =>
        address.UserInfo.Length == 0 && address.Fragment.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && opensMachine))
        && (!IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) || Allows(ip));

    /// <summary>Whether a machine's address may be connected to.</summary>
    public bool Allows(IPAddress ip)
    {
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        return settings.WebhooksAllowPrivate || (IPAddress.IsLoopback(ip) ? opensMachine : IsPublic(ip));
    }

    /// <summary>Connects to what the name means at this moment, and to nothing that is refused: a name that means something else a moment later gains nothing.</summary>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = addresses.Where(Allows).ToArray();
        if (allowed.Length == 0) throw new WebhookRefusedException("The name leads into this machine or a private network, where no message may go.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether it is an address of the public internet (IANA's registries of special purposes).</summary>
    internal static bool IsPublic(IPAddress ip)
    {
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        var b = ip.GetAddressBytes();
        if (ip.AddressFamily == AddressFamily.InterNetwork) return !IsSpecial(b[0], b[1], b[2]);

        // Of version 6 only 2000::/3 is given out; in it stand Teredo, documentation, and 6to4 and NAT64, which carry another address.
        if ((b[0] & 0xe0) != 0x20) return false;
        if (b[0] == 0x20 && b[1] == 0x01 && (b[2] < 0x02 || (b[2] == 0x0d && b[3] == 0xb8))) return false;
        return b[0] != 0x20 || b[1] != 0x02;
    }

    private static bool IsSpecial(byte a, byte b, byte c) => (a, b, c) switch
    {
        (0 or 10 or 127, _, _) => true,
        (100, >= 64 and <= 127, _) => true,
        (169, 254, _) => true,
        (172, >= 16 and <= 31, _) => true,
        (192, 168, _) or (192, 0, 0) or (192, 0, 2) or (192, 88, 99) => true,
        (198, 18 or 19, _) or (198, 51, 100) => true,
        (203, 0, 113) => true,
        _ => a >= 224,
    };
}
