using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Entente.Directory.SignOn.Gateway;

/// <summary>The framework's OAuth, under the address the gateway knows us by also on the way back: the code is bound to it.</summary>
internal sealed class GatewayHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory log, UrlEncoder encoder, OwnAddress own)
    : OAuthHandler<OAuthOptions>(options, log, encoder)
{
    protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        own.Apply(Request);
        return base.HandleRemoteAuthenticateAsync();
    }
}
