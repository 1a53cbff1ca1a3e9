using Entente.Foundation.Demo;
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
        Places.Check(settings);

        // The model of the database and the addresses each take half a second and more to make: beside each other.
        var addresses = Task.Run(() => MadeOnce.Make(app));
        await Migrating.BringUpToDateAsync(app.Services, CancellationToken.None);
        if (settings.Demo)
        {
            await DemoSchool.LoadAsync(app.Services, CancellationToken.None);
            foreach (var line in app.Services.GetServices<IDemoGuide>().SelectMany(g => g.Lines)) Console.WriteLine(line);
        }

        await addresses;
        foreach (var url in settings.Urls.Split(';')) app.Urls.Add(url);
        await ListenAsync(app, settings);
        Console.WriteLine($"Entente listens on {string.Join(", ", app.Urls)}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task ListenAsync(WebApplication app, EntenteSettings settings)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new SettingException("Entente__Urls", $"something else listens at {settings.Urls} already.");
        }
    }
}
