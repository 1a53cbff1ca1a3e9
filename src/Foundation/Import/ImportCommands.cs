using System.CommandLine;
using System.Text.Json;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Import;

/// <summary>The commands <c>import</c> and <c>export</c>; their kinds come from the rooms.</summary>
internal sealed class ImportCommands : ICommandSource
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IEnumerable<Command> Commands(IServiceProvider services) => [Import(services), Export(services)];

    private static Command Import(IServiceProvider services)
    {
        var kind = new Argument<string>("kind") { Description = "What the rows are: organisations, partners, agreements, …" };
        var file = new Argument<string>("file") { Description = "An Excel workbook (.xlsx) or CSV file, or another form the kind takes." };
        var dry = new Option<bool>("--dry-run") { Description = "Says what would happen and changes nothing." };
        var json = new Option<bool>("--json") { Description = "Prints the outcome as JSON; the summary line goes to standard error." };
        var command = new Command("import", "Takes the rows of a file over, all or none.") { kind, file, dry, json };
        command.SetAction((parsed, cancellation) =>
            ImportAsync(services, parsed.GetValue(kind)!, parsed.GetValue(file)!, parsed.GetValue(dry), parsed.GetValue(json), cancellation));
        return command;
    }

    private static Command Export(IServiceProvider services)
    {
        var kind = new Argument<string>("kind") { Description = "What to write: partners, agreements, …" };
        var file = new Argument<string>("file") { Description = "The file to write; its ending (.csv or .xlsx) says which kind." };
        var command = new Command("export", "Writes all records of a kind as a table.") { kind, file };
        command.SetAction((parsed, cancellation) => ExportAsync(services, parsed.GetValue(kind)!, parsed.GetValue(file)!, cancellation));
        return command;
    }

    private static async Task<int> ImportAsync(
        IServiceProvider services, string kind, string file, bool isDryRun, bool asJson, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var kinds = scope.ServiceProvider.GetServices<IImportCommandKind>().ToList();
        if (kinds.Find(k => k.Id == kind) is not { } chosen) return await UnknownAsync(kind, kinds.Select(k => k.Id));
        if (!File.Exists(file)) throw new RefusedException($"There is no file '{file}'.");
        await Migrating.BringUpToDateAsync(services, cancellation);
        scope.ServiceProvider.GetRequiredService<WriteContext>().Action = "import.apply";
        var progress = Console.IsErrorRedirected ? null : Console.Error;
        var report = await chosen.ImportAsync(new(file, isDryRun, progress), cancellation);
        foreach (var reason in report.Reasons) await Console.Error.WriteLineAsync(reason);
        if (asJson) await Console.Out.WriteLineAsync(JsonOf(kind, isDryRun, report));
        await (asJson ? Console.Error : Console.Out).WriteLineAsync(report.Summary);
        return report.Refused > 0 ? 1 : 0;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string kind, string file, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var kinds = scope.ServiceProvider.GetServices<IExportKind>().ToList();
        if (kinds.Find(k => k.Id == kind) is not { } chosen) return await UnknownAsync(kind, kinds.Select(k => k.Id));
        var ending = Path.GetExtension(file).ToLowerInvariant();
        if (ending is not (".csv" or ".xlsx")) throw new RefusedException($"'{file}' ends neither in .csv nor in .xlsx.");
        await Migrating.BringUpToDateAsync(services, cancellation);
        await using var written = File.Create(file);
        var rows = await chosen.ExportAsync(written, ending == ".csv" ? TableFormat.Csv : TableFormat.Xlsx, cancellation);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{rows} rows written to {file}"));
        return 0;
    }

    private static async Task<int> UnknownAsync(string kind, IEnumerable<string> known)
    {
        await Console.Error.WriteLineAsync($"'{kind}' is no kind; there are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        return 2;
    }

    private static string JsonOf(string kind, bool isDryRun, ImportReport report) => JsonSerializer.Serialize(
        new { kind, dryRun = isDryRun, report.New, report.Changed, report.Unchanged, report.Refused, report.Reasons }, Json);
}
