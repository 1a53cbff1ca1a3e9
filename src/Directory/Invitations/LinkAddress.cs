using Microsoft.AspNetCore.Http;

namespace Entente.Directory.Invitations;

/// <summary>The paths behind mailed links, and how their pages are kept to whoever opened them.</summary>
internal static class LinkAddress
{
    public static string Invitation(string token) => "/invitation/" + token;

    public static string Reset(string token) => "/reset/" + token;

    /// <summary>Keeps a page whose address is a secret out of caches and out of what other sites are told.</summary>
    public static void Hush(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
