using Entente.Foundation.Settings;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Entente.Foundation.Keys;

/// <summary>
/// Where keys are kept: a folder or the database, shared by all nodes. Small named texts that are added and never changed. It is read
/// before any context exists, so it speaks to the database itself.
/// </summary>
internal interface IKeyPlace
{
    /// <summary>What it is, for messages and to tell two places apart.</summary>
    string Name { get; }

    /// <summary>Every text whose name begins so, in the order of names.</summary>
    IReadOnlyList<KeyValuePair<string, string>> Read(string prefix);

    /// <summary>Adds a text unless one of the name is there.</summary>
    void Add(string name, string text);
}

/// <summary>Keys as files that only the service's account may read.</summary>
internal sealed class KeyFolder(string folder) : IKeyPlace
{
    private readonly string root = Path.GetFullPath(folder);

    public string Name => root;

    public IReadOnlyList<KeyValuePair<string, string>> Read(string prefix) => System.IO.Directory.Exists(root)
        ? [.. System.IO.Directory.EnumerateFiles(root, prefix + "*").Where(f => !f.EndsWith(".new", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(f => KeyValuePair.Create(Path.GetFileName(f), File.ReadAllText(f)))]
        : [];

    public void Add(string name, string text)
    {
        Prepare();
        var path = Path.Combine(root, name);
        var beside = $"{path}.{Path.GetRandomFileName()}.new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(beside, options))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }

    private void Prepare()
    {
        if (System.IO.Directory.Exists(root)) return;
        if (OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(root);
        else System.IO.Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>
/// Keys in a table of the database: simple for several nodes and one backup for all; whoever steals the database steals the keys with it.
/// </summary>
internal sealed class KeyTable(EntenteSettings settings) : IKeyPlace
{
    /// <summary>The database's own name tells two apart; the password must not stand in a message.</summary>
    public string Name { get; } = settings.IsPostgres
        ? "database " + new NpgsqlConnectionStringBuilder(settings.Database) { Password = null }
        : "database " + new SqliteConnectionStringBuilder(settings.Database).DataSource;

    public IReadOnlyList<KeyValuePair<string, string>> Read(string prefix)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Name", "Text" FROM "foundation_stored_key" WHERE "Name" LIKE @prefix ORDER BY "Name" """;
        Give(command, "@prefix", prefix + "%");
        using var reader = command.ExecuteReader();
        var read = new List<KeyValuePair<string, string>>();
        while (reader.Read()) read.Add(KeyValuePair.Create(reader.GetString(0), reader.GetString(1)));
        return read;
    }

    public void Add(string name, string text)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """INSERT INTO "foundation_stored_key" ("Name", "Text") VALUES (@name, @text) ON CONFLICT ("Name") DO NOTHING""";
        Give(command, "@name", name);
        Give(command, "@text", text);
        command.ExecuteNonQuery();
    }

    private System.Data.Common.DbConnection Open()
    {
        System.Data.Common.DbConnection connection = settings.IsPostgres
            ? new NpgsqlConnection(settings.Database)
            : new SqliteConnection(new SqliteConnectionStringBuilder(settings.Database) { DefaultTimeout = 10 }.ToString());
        connection.Open();
        return connection;
    }

    private static void Give(System.Data.Common.DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
