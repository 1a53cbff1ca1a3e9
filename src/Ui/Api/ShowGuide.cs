using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Settings;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Api;

/// <summary>The page for whoever writes a program against Entente: a first request, a token, the lists, the limits, the webhooks.</summary>
internal static class ShowGuide
{
    public const string Route = "/api";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, Show).OpenToAll();

    private static IResult Show(ApiGuide guide, EntenteSettings settings) => Page.Show<GuidePage>(new GuideModel(guide, settings.PublicUrl.ToString().TrimEnd('/')));
}

/// <summary>What the page shows.</summary>
/// <param name="Guide">What the API has.</param>
/// <param name="Base">Where Entente is.</param>
public sealed record GuideModel(ApiGuide Guide, string Base);
