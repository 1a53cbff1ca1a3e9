using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Entente.Directory.SignOn.Cas;

/// <summary>What a CAS scheme needs to know.</summary>
internal sealed class CasOptions : RemoteAuthenticationOptions
{
    public Provider Provider { get; set; } = null!;

    /// <summary>Seals what travels along in the address of the service.</summary>
    public ISecureDataFormat<AuthenticationProperties> State { get; set; } = null!;
}

/// <summary>Fills it from the settings.</summary>
internal sealed class CasScheme(Providers providers, IDataProtectionProvider protection) : IConfigureNamedOptions<CasOptions>
{
    public void Configure(CasOptions options) => Configure(null, options);

    public void Configure(string? name, CasOptions options)
    {
        if (name is null || providers.Find(name) is not { Kind: ProviderKind.Cas } provider) return;
        options.Provider = provider;
        options.State = new PropertiesDataFormat(protection.CreateProtector("Entente.Cas", name));
        options.Backchannel = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = provider.Timeout,
            MaxResponseContentBufferSize = RemoteRules.LongestAnswer,
        };
        RemoteRules.Apply(options, provider);
    }
}
