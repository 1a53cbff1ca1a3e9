using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Entente.Bench.Pages;

namespace Entente.Bench.Api;

/// <summary>A list of 50 by token against bare Kestrel with the same bytes: server processor time a request, in one run.</summary>
internal static partial class ApiLists
{
    private const int Requests = 20_000;
    private const int Connections = 16;
    private const int Rounds = 5;
    private const string Kept = "/api/v1/persons?limit=50";

    /// <summary>A text search is never kept: every answer is made anew, as the first after each change is.</summary>
    private const string Anew = "/api/v1/persons?limit=50&q=";

    public static async Task<int> RunAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("entente-bench-").FullName;
        var port = Server.FreePort();
        var (entente, _) = await Server.StartAsync(port, "/readyz", [Product.Dll, "serve"], [.. Product.Settings(folder, port, demo: true), ("Entente__Limits__Api", "1000000000")]);
        using (entente)
        {
            entente.Http.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync(entente.Http));
            var body = await entente.Http.GetByteArrayAsync(Kept);
            await File.WriteAllBytesAsync(Path.Combine(folder, "list.json"), body);
            Console.WriteLine(FormattableString.Invariant($"{Kept}: {System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("items").GetArrayLength()} items, {body.Length} bytes"));
            var barePort = Server.FreePort();
            var (bare, _) = await Server.StartAsync(barePort, "/list", [typeof(ApiLists).Assembly.Location, "bare", barePort.ToString(CultureInfo.InvariantCulture), folder]);
            using (bare) await CompareAsync(entente, bare);
        }

        System.IO.Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task CompareAsync(Server entente, Server bare)
    {
        // Until the compiler has settled on its best code for this path, a round measures the compiler.
        await entente.CpuPerRequestAsync(Kept, 4 * Requests, Connections);
        await bare.CpuPerRequestAsync("/list", 4 * Requests, Connections);
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var ours = await entente.CpuPerRequestAsync(Kept, Requests, Connections);
            var limit = await bare.CpuPerRequestAsync("/list", Requests, Connections);
            ratios.Add(ours / limit);
            Console.WriteLine(FormattableString.Invariant($"{ours.TotalMicroseconds:0.0} µs, bare {limit.TotalMicroseconds:0.0} µs, ratio {ours / limit:0.00}"));
        }

        Console.WriteLine(FormattableString.Invariant($"median ratio {ratios.Order().ElementAt(Rounds / 2):0.00} (bar 4)"));
        await entente.CpuPerRequestAsync(Anew, Requests / 20, Connections);
        Console.WriteLine(FormattableString.Invariant($"made anew: {(await entente.CpuPerRequestAsync(Anew, Requests / 20, Connections)).TotalMicroseconds:0} µs"));
    }

    private static async Task<string> TokenAsync(HttpClient http)
    {
        await SendAsync(http, "/sign-in", _ => [("email", "tang.yuan@qinghe.example"), ("password", "clear-river-2026")]);
        return Shown().Match(await SendAsync(
            http, "/account/tokens", page => [("name", "bench"), ("directory:read", "true"), ("until", LastDay().Match(page).Groups["day"].Value)])).Groups["secret"].Value;
    }

    private static async Task<string> SendAsync(HttpClient http, string address, Func<string, (string Name, string Value)[]> fields)
    {
        var page = await http.GetStringAsync(address);
        using var form = new FormUrlEncodedContent(fields(page)
            .Append(("__RequestVerificationToken", WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value))).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await http.PostAsync(address, form);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"until\" type=\"date\" value=\"(?<day>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastDay();

    [GeneratedRegex("<code class=\"link-shown\">(?<secret>[^<]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();
}
