using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Data;

/// <summary>Writes beside a transaction that may be undone: what went wrong with an attempt stays known although the attempt leaves nothing.</summary>
internal static class Beside
{
    /// <summary>Runs some work in a scope and a transaction of its own.</summary>
    public static async Task<T> BesideAsync<T>(this IServiceScopeFactory scopes, Func<AppDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }
}
