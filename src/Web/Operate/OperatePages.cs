using Entente.Ui.Pages;
using Entente.Web.Log;

namespace Entente.Web.Operate;

/// <summary>The pages by which an installation is run.</summary>
internal static class OperatePages
{
    public static IServiceCollection AddOperating(this IServiceCollection services)
    {
        services.AddSingleton<IMenuSource, OperateMenu>();
        services.AddScoped<SystemReport>();
        services.AddSecurityHeaders();
        return services;
    }

    public static void MapOperating(this IEndpointRouteBuilder routes)
    {
        ShowSystem.Map(routes);
        JobList.Map(routes);
        MailList.Map(routes);
        InboxList.Map(routes);
        ChangeLog.Map(routes);
        EraseFromLog.Map(routes);
    }
}
