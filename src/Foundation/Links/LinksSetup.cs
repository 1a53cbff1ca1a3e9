using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Links;

/// <summary>How links for people outside are added, and how a room adds a purpose.</summary>
public static class LinksSetup
{
    /// <summary>Adds something that people outside can do by a link.</summary>
    public static IServiceCollection AddLinkPurpose<TPurpose>(this IServiceCollection services)
        where TPurpose : class, ILinkPurpose => services.AddScoped<ILinkPurpose, TPurpose>();

    internal static void AddLinks(this IServiceCollection services)
    {
        services.AddSingleton<LinkOnce>();
        services.AddScoped<OutsideLinks>();
    }
}
