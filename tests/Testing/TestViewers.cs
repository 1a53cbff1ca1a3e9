using Entente.Directory.Accounts;
using Entente.Foundation.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Testing;

/// <summary>The viewer of an account as a request of it would have.</summary>
public static class TestViewers
{
    public static Task<Viewer> OfAsync(IServiceProvider services, AccountId account, string name) =>
        services.GetRequiredService<Viewers>().OfAsync(account, null, name, CancellationToken.None);
}
