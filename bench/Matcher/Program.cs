using System.Diagnostics;
using Entente.Bench.Matcher;
using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// Precision and recall of the matcher over ROR's labelled affiliations: even entries tune, odd entries report.
// Reads ENTENTE_DATA (default ../shared/data); the organisations come in by the product's own import.
var data = Environment.GetEnvironmentVariable("ENTENTE_DATA") is { Length: > 0 } folder ? folder : "../shared/data";
var table = Path.Combine(data, "ror", "organisations.tsv.gz");
var labelled = Path.Combine(data, "ror", "affiliations-labelled.json");
if (!File.Exists(table) || !File.Exists(labelled))
{
    Console.WriteLine($"no data: {table}");
    return 0;
}

var scratch = Directory.CreateTempSubdirectory("entente-matcher-").FullName;
var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
{
    ["Entente:Database"] = $"Data Source={Path.Combine(scratch, "bench.db")};Pooling=False",
    ["Entente:Files"] = Path.Combine(scratch, "files"),
    ["Entente:Keys"] = Path.Combine(scratch, "keys"),
}).Build();
var services = new ServiceCollection();
services.AddSingleton<IConfiguration>(configuration);
services.AddLogging();
Entente.Web.Host.AddRooms(services);
await using var provider = services.BuildServiceProvider();
await Migrating.BringUpToDateAsync(provider, CancellationToken.None);
var watch = Stopwatch.StartNew();
await using (var scope = provider.CreateAsyncScope())
{
    var report = await scope.ServiceProvider.GetServices<IImportCommandKind>().Single(k => k.Id == "organisations")
        .ImportAsync(new(table, false, null), CancellationToken.None);
    Console.WriteLine(FormattableString.Invariant($"import: {report.Summary} in {watch.Elapsed.TotalSeconds:F1} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
}

await using (var scope = provider.CreateAsyncScope())
{
    var entries = Labelled.Read(labelled);
    watch.Restart();
    var known = await Labelled.KnownAsync(scope.ServiceProvider, entries);
    var proposals = await scope.ServiceProvider.GetRequiredService<IOrganisations>()
        .MatchAsync([.. entries.Select(e => new OrganisationQuestion(e.Affiliation))], CancellationToken.None);
    Console.WriteLine(FormattableString.Invariant($"{entries.Count} affiliations in {watch.Elapsed.TotalSeconds:F1} s, {entries.Count / watch.Elapsed.TotalSeconds:F0} a second"));
    foreach (var (name, parity) in new[] { ("even, tuned on", 0), ("odd, reported", 1) })
        Console.WriteLine(Outcome.Of(entries, proposals, known, parity).Line(name));
    if (args.Contains("--misses"))
        foreach (var line in Outcome.Misses(entries, proposals, known, 0)) Console.WriteLine(line);
}

Directory.Delete(scratch, recursive: true);
return 0;
