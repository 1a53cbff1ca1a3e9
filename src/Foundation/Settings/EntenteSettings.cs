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

    /// <summary>The folder of keys, or the word <c>database</c>; shared by all nodes, needed at restore.</summary>
    public required string Keys { get; init; }

    /// <summary>The address the public knows.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The mail server; none: mail stays in the outbox and is shown.</summary>
    public Uri? Smtp { get; init; }

    /// <summary>A file of the authorities (PEM) the mail server's certificate must come from; none: those the machine trusts.</summary>
    public string? SmtpCa { get; init; }

    /// <summary>The mailbox of the reply address, with user, password and folder; none: answers are dropped in by hand.</summary>
    public Uri? Imap { get; init; }

    /// <summary>Where answers to letters go instead of to their authors; the mailbox of <see cref="Imap"/> receives them.</summary>
    public MimeKit.MailboxAddress? ReplyTo { get; init; }

    /// <summary>Who mail comes from.</summary>
    public required MimeKit.MailboxAddress MailFrom { get; init; }

    /// <summary>The Chromium that prints documents; none: the one that is installed.</summary>
    public string? Chromium { get; init; }

    /// <summary>The robots of messengers' groups that people may choose for their notices.</summary>
    public IReadOnlyList<RobotSetting> Robots { get; init; } = [];

    /// <summary>The file that signed checkpoints of the log are appended to; something outside should carry it away.</summary>
    public required string Checkpoints { get; init; }

    /// <summary>Whether an empty database is filled with the demonstration school.</summary>
    public bool Demo { get; init; }

    /// <summary>Whether webhooks may reach private networks and this machine.</summary>
    public bool WebhooksAllowPrivate { get; init; }

    /// <summary>The IANA time zone the school lives in.</summary>
    public required NodaTime.DateTimeZone Zone { get; init; }

    /// <summary>The day an academic year of the school begins on.</summary>
    public required NodaTime.AnnualDate AcademicYear { get; init; }

    /// <summary>The reverse proxies that are believed.</summary>
    public required TrustedProxies Proxies { get; init; }

    /// <summary>Whether the database is PostgreSQL.</summary>
    public bool IsPostgres => Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="SettingException">One is wrong.</exception>
    public static EntenteSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Entente");
        string Text(string name, string fallback) => section[name] is { Length: > 0 } value ? value : fallback;
        var urls = Text("Urls", "http://localhost:5080");
        CheckUrls(urls);
        var publicUrl = Address("PublicUrl", Text("PublicUrl", urls.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)), "http", "https");
        var files = Text("Files", "data/files");
        return new()
        {
            Database = Connection(Text("Database", "Data Source=data/entente.db")),
            Urls = urls,
            Files = files,
            Keys = Text("Keys", "data/keys"),
            PublicUrl = publicUrl,
            Smtp = section["Smtp"] is { Length: > 0 } smtp ? Server(smtp) : null,
            SmtpCa = section["SmtpCa"] is { Length: > 0 } authorities && Mail.MailTrust.Read(authorities).Count > 0 ? Path.GetFullPath(authorities) : null,
            Chromium = section["Chromium"] is { Length: > 0 } chromium ? Program(chromium) : null,
            Imap = section["Imap"] is { Length: > 0 } imap ? Inbox(imap) : null,
            ReplyTo = section["ReplyTo"] is { Length: > 0 } replies ? Sender("Entente__ReplyTo", replies) : null,
            MailFrom = Sender("Entente__MailFrom", Text("MailFrom", $"Entente <entente@{publicUrl.Host}>")),
            Robots = RobotSetting.Read(section.GetSection("Robots")),
            Checkpoints = Text("Checkpoints", Path.Combine(Path.GetDirectoryName(Path.GetFullPath(files)) ?? ".", "log-checkpoints.jsonl")),
            Demo = Flag("Demo", section["Demo"]),
            WebhooksAllowPrivate = Flag("Webhooks__AllowPrivate", section["Webhooks:AllowPrivate"]),
            Zone = Zones(Text("TimeZone", "Asia/Shanghai")),
            Proxies = TrustedProxies.Of(section["Proxies"]),
            AcademicYear = DayOfYear("AcademicYear", Text("AcademicYear", "09-01")),
        };
    }

    private static string Connection(string value)
    {
        try
        {
            if (value.Contains("Host=", StringComparison.OrdinalIgnoreCase)) _ = new Npgsql.NpgsqlConnectionStringBuilder(value);
            else if (value.Contains("Data Source=", StringComparison.OrdinalIgnoreCase)) _ = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(value);
            else throw new SettingException("Entente__Database", "expected 'Data Source=…' (SQLite) or 'Host=…' (PostgreSQL).");
            return value;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new SettingException("Entente__Database", "the connection string cannot be read: " + wrong.Message.ReplaceLineEndings(" "));
        }
    }

    private static void CheckUrls(string value)
    {
        foreach (var url in value.Split(';'))
        {
            var plain = url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
            if (Uri.TryCreate(plain, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsolutePath == "/") continue;
            throw new SettingException("Entente__Urls", $"'{url}' is no address to listen at, such as http://localhost:5080; several are separated by ';'.");
        }
    }

    /// <summary>The address of the mail server may hold a password: it is not repeated.</summary>
    private static Uri Server(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "smtp" or "smtps" && uri.Host.Length > 0
        && (uri.UserInfo.Length == 0 || uri.UserInfo.Contains(':', StringComparison.Ordinal))
            ? uri
            : throw new SettingException("Entente__Smtp", "expected smtp://host:port or smtps://host:port, with user:password@ before the host where the server asks for it.");

    private static string Program(string path) => File.Exists(path)
        ? Path.GetFullPath(path)
        : throw new SettingException("Entente__Chromium", $"there is no program at '{path}'.");

    private static Uri Inbox(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "imap" or "imaps" && uri.Host.Length > 0 && uri.UserInfo.Contains(':', StringComparison.Ordinal)
            ? uri
            : throw new SettingException("Entente__Imap", "expected imaps://user:password@host:port/folder or imap://…; without a folder the inbox is read.");

    private static MimeKit.MailboxAddress Sender(string setting, string value) => MimeKit.MailboxAddress.TryParse(value, out var sender)
        ? sender
        : throw new SettingException(setting, $"'{value}' is no sender such as 'International Office <office@example.edu>'.");

    private static Uri Address(string name, string value, params string[] schemes) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme, StringComparer.Ordinal)
            ? uri
            : throw new SettingException($"Entente__{name}", $"'{value}' is no address that begins with {string.Join(" or ", schemes.Select(s => s + "://"))}.");

    private static bool Flag(string name, string? value) => value is null or ""
        ? false
        : bool.TryParse(value, out var flag) ? flag : throw new SettingException($"Entente__{name}", $"'{value}' is neither true nor false.");

    private static NodaTime.DateTimeZone Zones(string id) => NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new SettingException("Entente__TimeZone", $"'{id}' is no time zone of the IANA list.");

    /// <summary>Every year has the day, so 29 February is none.</summary>
    private static NodaTime.AnnualDate DayOfYear(string name, string value) =>
        NodaTime.Text.AnnualDatePattern.Iso.Parse(value) is { Success: true, Value: var day } && day is not { Month: 2, Day: 29 }
            ? day
            : throw new SettingException($"Entente__{name}", $"'{value}' is no day of every year such as 09-01 (month and day).");
}
