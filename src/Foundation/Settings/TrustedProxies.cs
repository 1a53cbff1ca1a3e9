using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace Entente.Foundation.Settings;

/// <summary>
/// The machines whose word about the asker is believed: a reverse proxy says by <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> who asked and how
/// (the de facto standard headers). Without a setting only a proxy on this machine is believed; nobody else can pretend to be another.
/// </summary>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    private static readonly string[] Loopback = ["127.0.0.0/8", "::1/128"];

    /// <summary>How many proxies may stand one behind the other.</summary>
    private const int MostHops = 3;

    /// <summary>Reads <c>Entente__Proxies</c>: addresses and networks, separated by commas.</summary>
    /// <exception cref="SettingException">One is neither.</exception>
    public static TrustedProxies Of(string? value) => new([.. (value is { Length: > 0 } ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : Loopback).Select(Network)]);

    /// <summary>The address of a proxy that says who asked and is not believed; none: there is no such.</summary>
    public static string? IgnoredProxy(HttpRequest request) =>
        request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName) ? request.HttpContext.Connection.RemoteIpAddress?.ToString() : null;

    /// <summary>Takes over who asked; to be the first of the pipeline.</summary>
    internal static void Use(IApplicationBuilder app)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = MostHops };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in app.ApplicationServices.GetRequiredService<EntenteSettings>().Proxies.Networks) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    private static IPNetwork Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        return IPAddress.TryParse(text, out var address)
            ? new(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)
            : throw new SettingException("Entente__Proxies", $"'{text}' is neither an address nor a network such as 10.0.0.0/8.");
    }
}
