using Entente.Foundation.Web;
using Microsoft.AspNetCore.Builder;

namespace Entente.Web;

/// <summary>
/// What every answer tells the browser: no script and no style but our own files, no frame around a page but around those made to be
/// embedded, nothing sniffed, no address told to others. Stands behind the memory of public answers, which keeps these headers with them.
/// </summary>
internal static class SecurityHeaders
{
    private const string Embed = "embed";
    private const string Files = "files";
    private const string Secret = "secret";

    public static void AddSecurityHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies()
        .SetDefaultPolicy(policy => Common(policy, frames: false).AddFrameOptionsDeny())
        .AddPolicy(Embed, policy => Common(policy, frames: true))
        .AddPolicy(Secret, policy => Common(policy, frames: false).AddFrameOptionsDeny().AddReferrerPolicyNoReferrer())
        .AddPolicy(Files, policy => policy.AddContentTypeOptionsNoSniff().AddReferrerPolicyStrictOriginWhenCrossOrigin())
        .SetPolicySelector(chosen =>
        {
            var path = chosen.HttpContext.Request.Path.Value ?? "";
            return path.EndsWith("/embed", StringComparison.Ordinal) ? chosen.ConfiguredPolicies[Embed]
                : path.StartsWith("/files/", StringComparison.Ordinal) || (path.StartsWith("/link/", StringComparison.Ordinal) && path.Contains("/files/", StringComparison.Ordinal)) ? chosen.ConfiguredPolicies[Files]
                : SecretPage.IsHushed(chosen.HttpContext) ? chosen.ConfiguredPolicies[Secret]
                : chosen.SelectedPolicy;
        });

    private static HeaderPolicyCollection Common(HeaderPolicyCollection policy, bool frames) => policy
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddStrictTransportSecurityMaxAge()
        .RemoveServerHeader()
        .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
        .AddPermissionsPolicy(features =>
        {
            features.AddCamera().None();
            features.AddMicrophone().None();
            features.AddGeolocation().None();
            features.AddDisplayCapture().None();
            features.AddPayment().None();
            features.AddUsb().None();
            features.AddMidi().None();

            // Signing in with a passkey.
            features.AddPublickeyCredentialsGet().Self();
        })
        .AddContentSecurityPolicy(content =>
        {
            content.AddDefaultSrc().None();
            content.AddScriptSrc().Self();
            content.AddStyleSrc().Self();
            content.AddImgSrc().Self().Data();
            content.AddFontSrc().Self();
            content.AddConnectSrc().Self();
            content.AddManifestSrc().Self();
            content.AddFrameSrc().Self();
            content.AddFormAction().Self();
            content.AddBaseUri().None();
            if (frames) content.AddFrameAncestors().From("*");
            else content.AddFrameAncestors().None();
        });
}
