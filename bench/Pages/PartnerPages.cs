using System.Text.RegularExpressions;

namespace Entente.Bench.Pages;

/// <summary>The lists of organisations and of partners with all of ROR's table, every one that exists a partner, against the same pages with 200: sorted, and found by text in either script.</summary>
internal static partial class PartnerPages
{
    private const int Rounds = 20;

    /// <summary>A table of an import has at most 10,000 rows.</summary>
    private const int RowsOfFile = 9_000;
    private const string Password = "clear-river-2026";

    private static readonly string[] Lists = ["/organisations", "/partners"];

    private static readonly string[] Queries =
        ["", "?sort=name", "?sort=-name", "?q=university", "?q=environment", "?q=%E5%A4%A7%E5%AD%A6", "?q=%E4%BA%AC%E9%83%BD", "?q=delft&sort=name", "?page=3"];

    public static async Task<int> RunAsync()
    {
        if (Environment.GetEnvironmentVariable("ENTENTE_DATA") is not { } data || !File.Exists(Path.Combine(data, "ror", "organisations.tsv.gz")))
        {
            Console.Error.WriteLine("no data: ENTENTE_DATA names no folder with ror/organisations.tsv.gz");
            return 1;
        }

        var all = Path.Combine(data, "ror", "organisations.tsv.gz");
        var few = await FewAsync(all);
        var small = await MeasureAsync(few);
        var large = await MeasureAsync(all);
        foreach (var list in Lists)
            Console.WriteLine(FormattableString.Invariant($"{list}: p95 {large[list].TotalMilliseconds:0.0} ms with all, {small[list].TotalMilliseconds:0.0} ms with 200, ratio {large[list] / small[list]:0.00} (bar 3)"));
        return 0;
    }

    private static async Task<Dictionary<string, TimeSpan>> MeasureAsync(string table)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("entente-bench-").FullName;
        await Product.RunAsync(folder, "demo");
        await Product.RunAsync(folder, "import", "organisations", table);
        foreach (var partners in await PartnersAsync(table, folder)) await Product.RunAsync(folder, "import", "partners", partners);
        await Product.RunAsync(folder, "search", "rebuild");
        var port = Server.FreePort();
        var (server, _) = await Server.StartAsync(port, "/readyz", [Product.Dll, "serve"], Product.Settings(folder, port, demo: false));
        using (server)
        {
            await SignInAsync(server.Http);
            var p95 = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
            foreach (var list in Lists)
            {
                var times = new List<TimeSpan>();
                foreach (var query in Queries)
                {
                    var some = await server.TimesAsync([list + query], Rounds);
                    Console.WriteLine(FormattableString.Invariant($"{Path.GetFileName(table)}: {list}{query}: median {some[Rounds / 2].TotalMilliseconds:0.0} ms"));
                    times.AddRange(some);
                }

                times.Sort();
                p95[list] = times[(int)(times.Count * 0.95)];
            }

            System.IO.Directory.Delete(folder, recursive: true);
            return p95;
        }
    }

    private static async Task SignInAsync(HttpClient http)
    {
        var token = Token().Match(await http.GetStringAsync("/sign-in")).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", System.Net.WebUtility.HtmlDecode(token)), new("email", "tang.yuan@qinghe.example"), new("password", Password),
        ]);
        using var answer = await http.PostAsync("/sign-in", form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Tables of partners: every organisation of a table that exists, with a note.</summary>
    private static async Task<IReadOnlyList<string>> PartnersAsync(string table, string folder)
    {
        await using var file = File.OpenRead(table);
        using var reader = new StreamReader(table.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress) : file);
        await reader.ReadLineAsync();
        var rows = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
            if (line.Split('\t') is [var ror, "active", var name, ..]) rows.Add($"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{ror},Met once.");
        var written = new List<string>();
        foreach (var part in rows.Chunk(RowsOfFile))
        {
            var path = Path.Combine(folder, $"partners-{written.Count}.csv");
            await File.WriteAllLinesAsync(path, part.Prepend("name_en,ror,note"));
            written.Add(path);
        }

        return written;
    }

    private static async Task<string> FewAsync(string table)
    {
        var few = Path.Combine(System.IO.Directory.CreateTempSubdirectory("entente-bench-").FullName, "few.tsv");
        await using var packed = File.OpenRead(table);
        await using var plain = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        await using var writer = new StreamWriter(few);
        for (var row = 0; row <= 200; row++) await writer.WriteLineAsync(await reader.ReadLineAsync());
        return few;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
