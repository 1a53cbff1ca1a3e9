using Microsoft.Extensions.Configuration;

namespace Entente.Foundation.Settings;

/// <summary>A setting is wrong; the message is one line that names it.</summary>
public sealed class SettingException(string setting, string why) : Exception($"Setting {setting}: {why}")
{
    /// <summary>The setting's name as it is written in the environment.</summary>
    public string Setting { get; } = setting;
}

/// <summary>The settings of an installation, read once from environment and configuration (<c>Entente__…</c>) and checked.</summary>
public sealed record EntenteSettings
{
    /// <summary>The connection string: <c>Data Source=…</c> (SQLite) or <c>Host=…</c> (PostgreSQL).</summary>
    public required string Database { get; init; }

    /// <summary>Where the host listens.</summary>
    public required string Urls { get; init; }

    /// <summary>The folder of stored files.</summary>
    public required string Files { get; init; }

    /// <summary>The folder of keys; shared by all nodes, needed at restore.</summary>
    public required string Keys { get; init; }

    /// <summary>The address the public knows.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The mail server; none: mail stays in the outbox and is shown.</summary>
    public Uri? Smtp { get; init; }

    /// <summary>Whether an empty database is filled with the demonstration school.</summary>
    public bool Demo { get; init; }

    /// <summary>The IANA time zone the school lives in.</summary>
    public required NodaTime.DateTimeZone Zone { get; init; }

    /// <summary>Whether the database is PostgreSQL.</summary>
    public bool IsPostgres => Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="SettingException">One is wrong.</exception>
    public static EntenteSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Entente");
        string Text(string name, string fallback) => section[name] is { Length: > 0 } value ? value : fallback;
        var database = Text("Database", "Data Source=data/entente.db");
        if (!database.Contains('=', StringComparison.Ordinal))
            throw new SettingException("Entente__Database", "expected 'Data Source=…' (SQLite) or 'Host=…' (PostgreSQL).");
        var urls = Text("Urls", "http://localhost:5080");
        return new()
        {
            Database = database,
            Urls = urls,
            Files = Text("Files", "data/files"),
            Keys = Text("Keys", "data/keys"),
            PublicUrl = Address("PublicUrl", Text("PublicUrl", urls.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal)), "http", "https"),
            Smtp = section["Smtp"] is { Length: > 0 } smtp ? Address("Smtp", smtp, "smtp", "smtps") : null,
            Demo = Flag("Demo", section["Demo"]),
            Zone = Zones(Text("TimeZone", "Asia/Shanghai")),
        };
    }

    private static Uri Address(string name, string value, params string[] schemes) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme, StringComparer.Ordinal)
            ? uri
            : throw new SettingException($"Entente__{name}", $"'{value}' is no address that begins with {string.Join(" or ", schemes.Select(s => s + "://"))}.");

    private static bool Flag(string name, string? value) => value is null or ""
        ? false
        : bool.TryParse(value, out var flag) ? flag : throw new SettingException($"Entente__{name}", $"'{value}' is neither true nor false.");

    private static NodaTime.DateTimeZone Zones(string id) => NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new SettingException("Entente__TimeZone", $"'{id}' is no time zone of the IANA list.");
}
