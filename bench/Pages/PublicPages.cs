using System.Globalization;

namespace Entente.Bench.Pages;

/// <summary>The public page and a figure's page against bare Kestrel with the same bytes: server processor time a request, in one run.</summary>
internal static class PublicPages
{
    private const int Requests = 20_000;
    private const int Connections = 16;
    private const int Rounds = 5;
    private static readonly (string Path, string Name)[] Pages = [("/en", "en"), ("/en/figures/partners.agreements.active", "figure")];

    public static async Task<int> RunAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("entente-bench-").FullName;
        var port = Server.FreePort();
        var (entente, _) = await Server.StartAsync(port, "/readyz", [Product.Dll, "serve"], Product.Settings(folder, port, demo: true));
        using (entente)
        {
            foreach (var (path, name) in Pages)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
                using var answer = await entente.Http.SendAsync(request);
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".br"), await answer.Content.ReadAsByteArrayAsync());
            }

            var barePort = Server.FreePort();
            var (bare, _) = await Server.StartAsync(barePort, "/en", [typeof(PublicPages).Assembly.Location, "bare", barePort.ToString(CultureInfo.InvariantCulture), folder]);
            using (bare)
            {
                foreach (var (path, name) in Pages)
                {
                    // Until the compiler has settled on its best code for this path, a round measures the compiler.
                    await entente.CpuPerRequestAsync(path, 4 * Requests, Connections);
                    await bare.CpuPerRequestAsync("/" + name, 4 * Requests, Connections);
                    var ratios = new List<double>();
                    for (var round = 0; round < Rounds; round++)
                    {
                        var ours = await entente.CpuPerRequestAsync(path, Requests, Connections);
                        var limit = await bare.CpuPerRequestAsync("/" + name, Requests, Connections);
                        ratios.Add(ours / limit);
                        Console.WriteLine(FormattableString.Invariant($"{path}: {ours.TotalMicroseconds:0.0} µs, bare {limit.TotalMicroseconds:0.0} µs, ratio {ours / limit:0.00}"));
                    }

                    Console.WriteLine(FormattableString.Invariant($"{path}: median ratio {ratios.Order().ElementAt(Rounds / 2):0.00} (bar 1.6)"));
                }
            }
        }

        System.IO.Directory.Delete(folder, recursive: true);
        return 0;
    }
}
