using Entente.Foundation.Settings;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Web;

/// <summary>Starts the web host: brings the database up to date, then listens.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Host.Build(args);
        var settings = app.Services.GetRequiredService<EntenteSettings>();
        await Migrating.BringUpToDateAsync(app.Services, CancellationToken.None);
        foreach (var url in settings.Urls.Split(';')) app.Urls.Add(url);
        await app.RunAsync();
        return 0;
    }
}
