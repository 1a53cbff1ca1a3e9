using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Entente.Web;

/// <summary>Gives the migration tool a context: <c>Entente__Database</c> chooses the provider; nothing is connected to.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args)
    {
        var app = Host.Build([]);
        return app.Services.CreateScope().ServiceProvider.GetRequiredService<AppDbContext>();
    }
}
