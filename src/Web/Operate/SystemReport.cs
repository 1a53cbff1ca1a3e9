using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Jobs;
using Entente.Foundation.Log;
using Entente.Foundation.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Entente.Web.Operate;

/// <summary>How the installation stands: settings without secrets, what is not as it should be, the database, the workers, the log, the laws.</summary>
internal sealed class SystemReport(AppDbContext db, EntenteSettings settings, JobHeartbeat heartbeat, LogBoard log, LawBook laws, Chromium chromium)
{
    public async Task<SystemModel> WriteAsync(string? ignoredProxy, CancellationToken cancellation)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        var chain = await log.GlanceAsync(cancellation);
        var checkedLaws = await laws.CheckAsync(cancellation);
        return new(Settings(), [.. Findings()], ignoredProxy, settings.IsPostgres ? "PostgreSQL" : "SQLite", applied.LastOrDefault() ?? "–", pending, heartbeat.IsBeating, chain, checkedLaws);
    }

    private List<SettingLine> Settings() =>
    [
        new("Entente__Database", Database()),
        new("Entente__Urls", settings.Urls),
        new("Entente__PublicUrl", settings.PublicUrl.ToString()),
        new("Entente__Files", Path.GetFullPath(settings.Files)),
        new("Entente__Keys", settings.Keys),
        new("Entente__Checkpoints", settings.Checkpoints),
        new("Entente__Smtp", settings.Smtp is { } server ? $"{server.Scheme}://{server.Host}:{server.Port}" : "–"),
        new("Entente__SmtpCa", settings.SmtpCa ?? "–"),
        new("Entente__MailFrom", settings.MailFrom.ToString()),
        new("Entente__Proxies", string.Join(", ", settings.Proxies.Networks)),
        new("Entente__Chromium", chromium.Path ?? "–"),
        new("Entente__TimeZone", settings.Zone.Id),
        new("Entente__AcademicYear", $"{settings.AcademicYear.Month:00}-{settings.AcademicYear.Day:00}"),
        new("Entente__Demo", settings.Demo ? "true" : "false"),
    ];

    /// <summary>The keys of sentences about what should be otherwise in a house that people rely on.</summary>
    private IEnumerable<string> Findings()
    {
        if (settings.Smtp is null) yield return "operate.finding.no-smtp";
        if (settings.PublicUrl.Scheme != "https") yield return "operate.finding.no-https";
        if (settings.PublicUrl.IsLoopback) yield return "operate.finding.local-address";
        if (settings.Keys == "database") yield return "operate.finding.keys-in-database";
        if (chromium.Path is null) yield return "operate.finding.no-chromium";
        if (settings.Demo) yield return "operate.finding.demo";
    }

    private string Database() => settings.IsPostgres
        ? new NpgsqlConnectionStringBuilder(settings.Database) is var server ? $"{server.Host}:{server.Port} / {server.Database}" : ""
        : Path.GetFullPath(new SqliteConnectionStringBuilder(settings.Database).DataSource);
}

/// <summary>A setting as it is in force.</summary>
public sealed record SettingLine(string Name, string Value);

/// <summary>What the page shows.</summary>
public sealed record SystemModel(
    IReadOnlyList<SettingLine> Settings, IReadOnlyList<string> Findings, string? IgnoredProxy, string Engine, string Migration, IReadOnlyList<string> Pending,
    bool WorkerBeats, LogReport Chain, IReadOnlyList<Law> Laws);
