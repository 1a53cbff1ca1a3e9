using Microsoft.Extensions.Primitives;

namespace Entente.Web;

/// <summary>
/// Addresses that are made once. ASP.NET compiles the handlers of a source anew for everyone who asks for its endpoints, some two
/// milliseconds an address; so they can be made beside other work of the start, and the first request finds them ready.
/// </summary>
internal sealed class MadeOnce(EndpointDataSource source) : EndpointDataSource
{
    private readonly Lazy<IReadOnlyList<Endpoint>> made = new(() => source.Endpoints);

    public override IReadOnlyList<Endpoint> Endpoints => made.Value;

    public override IChangeToken GetChangeToken() => source.GetChangeToken();

    /// <summary>Puts itself before every source; to be called when all is mapped.</summary>
    public static void Wrap(IEndpointRouteBuilder routes)
    {
        var sources = routes.DataSources.Select(s => new MadeOnce(s)).ToList();
        routes.DataSources.Clear();
        foreach (var source in sources) routes.DataSources.Add(source);
    }

    /// <summary>Makes them all.</summary>
    /// <returns>How many there are.</returns>
    public static int Make(IEndpointRouteBuilder routes) => routes.DataSources.Sum(s => s.Endpoints.Count);
}
