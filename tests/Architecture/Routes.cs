using Entente.Foundation.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Architecture.Tests;

/// <summary>The route table of the host, as the permission matrix is made from it.</summary>
internal static class Routes
{
    /// <summary>One address and verb.</summary>
    public sealed record Entry(string Verb, RoutePattern Pattern, EndpointAccess? Access)
    {
        public bool HasPlaces => Pattern.Parameters.Count > 0;

        /// <summary>The address with every place filled by something that names no record.</summary>
        public string Address => "/" + string.Join('/', Pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(Fill))));

        public override string ToString() => $"{Verb} {Pattern.RawText}";

        private static string Fill(RoutePatternPart part) => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "lang" } => "en",
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(p => p.Content is "int" or "long") => "999999",
            _ => "0190000000007000800000000000ffff",
        };
    }

    public static IReadOnlyList<Permission> Permissions()
    {
        var services = new ServiceCollection();
        Web.Host.AddRooms(services);
        using var provider = services.BuildServiceProvider();
        return [.. provider.GetServices<IPermissionSource>().SelectMany(s => s.Permissions)];
    }

    public static IReadOnlyList<Entry> Of(IServiceProvider services) => [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(verb =>
            new Entry(verb, e.RoutePattern, e.Metadata.GetMetadata<EndpointAccess>())))
        .OrderBy(e => e.Pattern.RawText, StringComparer.Ordinal).ThenBy(e => e.Verb, StringComparer.Ordinal)];
}
