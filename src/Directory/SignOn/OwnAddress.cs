using Entente.Foundation.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Entente.Directory.SignOn;

/// <summary>
/// The address providers know us under. Behind a proxy it is the setting <c>Entente__PublicUrl</c>; where that is not set, the address the browser asked for.
/// </summary>
internal sealed class OwnAddress(IConfiguration configuration, EntenteSettings settings)
{
    private readonly Uri? known = configuration["Entente:PublicUrl"] is { Length: > 0 } ? settings.PublicUrl : null;

    /// <summary>Lets the request look as the public sees it, so that addresses built from it are right.</summary>
    public void Apply(HttpRequest request)
    {
        if (known is null) return;
        request.Scheme = known.Scheme;
        request.Host = known.IsDefaultPort ? new HostString(known.Host) : new HostString(known.Host, known.Port);
    }

    public string Of(HttpRequest request, string path)
    {
        Apply(request);
        return $"{request.Scheme}://{request.Host}{path}";
    }
}
