using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Settings;
using Entente.Ui.Pages;

namespace Entente.Web.Operate;

/// <summary>The operator's first page.</summary>
internal static class ShowSystem
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/operate", ShowAsync).Requires(FoundationPermissions.Operate);

    private static async Task<IResult> ShowAsync(HttpRequest request, SystemReport report, CancellationToken cancellation) =>
        Page.Show<SystemPage>(await report.WriteAsync(TrustedProxies.IgnoredProxy(request), cancellation));
}
