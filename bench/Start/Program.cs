using System.Globalization;
using Entente.Bench.Pages;
using Entente.Bench.Start;
using Entente.Foundation.Rooms;
using Microsoft.AspNetCore.Builder;

// dotnet run -c Release --project bench/Start: how long the host takes to /readyz and what it holds when idle, today and with 250 further entities.
if (args is ["host", var url])
{
    await using var app = Entente.Web.Host.Build([], builder => builder.Services.AddRoom<Thing0>("bench"));
    app.Urls.Add(url);
    await app.RunAsync();
    return 0;
}

const int rounds = 5;
var idle = TimeSpan.FromSeconds(20);
var folder = System.IO.Directory.CreateTempSubdirectory("entente-bench-").FullName;
await Product.RunAsync(folder, "demo");
foreach (var isLarge in new[] { false, true })
{
    var times = new List<TimeSpan>();
    long memory = 0;
    for (var round = 0; round < rounds; round++)
    {
        var port = Server.FreePort();
        string[] arguments = isLarge
            ? [typeof(Thing0).Assembly.Location, "host", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")]
            : [Product.Dll, "serve"];
        var (server, took) = await Server.StartAsync(port, "/readyz", arguments, Product.Settings(folder, port, demo: false));
        using (server)
        {
            times.Add(took);
            if (round < rounds - 1) continue;
            await Task.Delay(idle);
            memory = server.ResidentBytes;
        }
    }

    Console.WriteLine(FormattableString.Invariant(
        $"{(isLarge ? "with 250 further entities" : "today")}: to /readyz median {times.Order().ElementAt(rounds / 2).TotalSeconds:0.00} s (bar 2), idle {memory / 1048576.0:0} MB (bar 200)"));
}

System.IO.Directory.Delete(folder, recursive: true);
return 0;
