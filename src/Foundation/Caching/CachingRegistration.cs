using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Caching;

/// <summary>Adds the memory of public answers.</summary>
public static class CachingRegistration
{
    /// <summary>Adds the stamp that tells what is out of date, its watch over the database, and the answers.</summary>
    public static IServiceCollection AddPublicCache(this IServiceCollection services)
    {
        services.AddSingleton<ChangeStamp>();
        services.AddSingleton<CommittedChanges>();
        services.AddSingleton<PublicAnswers>();
        services.AddSingleton<ChangeWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeWatch>());
        return services;
    }

    /// <summary>Answers public addresses from memory; stands before everything else.</summary>
    public static IApplicationBuilder UsePublicCache(this IApplicationBuilder app) => app.UseMiddleware<OwnWrites>().UseMiddleware<PublicCache>();
}
