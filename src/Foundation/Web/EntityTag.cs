using Microsoft.Extensions.Primitives;

namespace Entente.Foundation.Web;

/// <summary>Compares entity tags weakly, as <c>If-None-Match</c> asks (RFC 9110, 8.8.3.2).</summary>
internal static class EntityTag
{
    /// <summary>Whether a header names the tag, or any.</summary>
    public static bool IsKnown(StringValues header, string tag) =>
        header.Count > 0 && header.ToString().Split(',', StringSplitOptions.TrimEntries).Any(one => one == "*" || Bare(one) == Bare(tag));

    private static string Bare(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
