using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace Entente.Directory.SignOn.Cas;

/// <summary>The addresses of a CAS server, and the one question our server asks it.</summary>
internal static class CasServer
{
    public static string At(Provider provider, string path, params (string Name, string Value)[] values) => QueryHelpers.AddQueryString(
        provider.Server!.ToString().TrimEnd('/') + "/" + path, values.Select(v => KeyValuePair.Create<string, string?>(v.Name, v.Value)));

    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    /// <exception cref="TaskCanceledException">It took too long.</exception>
    /// <exception cref="AuthenticationFailureException">Its answer is none.</exception>
    public static async Task<CasAnswer> ValidateAsync(CasOptions options, string service, string ticket, CancellationToken cancellation)
    {
        var address = At(options.Provider, "p3/serviceValidate", ("service", service), ("ticket", ticket));
        using var response = await options.Backchannel.GetAsync(address, cancellation);
        if (!response.IsSuccessStatusCode) throw new AuthenticationFailureException($"The CAS server answered {(int)response.StatusCode}.");
        return CasAnswer.Read(await response.Content.ReadAsStringAsync(cancellation));
    }
}
