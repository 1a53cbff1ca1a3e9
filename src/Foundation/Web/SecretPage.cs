using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Web;

/// <summary>A page whose address is a secret: a mailed link.</summary>
public static class SecretPage
{
    /// <summary>Keeps it out of caches and out of what other sites are told.</summary>
    public static void Hush(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Items[typeof(SecretPage)] = true;
    }

    /// <summary>Whether the page of this answer is one; the host then tells no other site where the visitor came from.</summary>
    public static bool IsHushed(HttpContext context) => context.Items.ContainsKey(typeof(SecretPage));
}
