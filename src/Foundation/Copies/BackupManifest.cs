using System.Globalization;

namespace Entente.Foundation.Copies;

/// <summary>The last part of a backup: what it is of, and the fingerprint of every other part. A backup is a ZIP archive.</summary>
/// <param name="Format">The version of this form.</param>
/// <param name="Engine">The database it is of: a backup goes back into one of the same kind.</param>
/// <param name="At">When it was taken, ISO 8601.</param>
/// <param name="Parts">SHA-256 of each part, in hexadecimal digits.</param>
internal sealed record BackupManifest(int Format, string Engine, string At, SortedDictionary<string, string> Parts)
{
    public const int CurrentFormat = 1;
    public const string Name = "entente-backup.json";
    public const string DatabasePart = "database";
    public const string CheckpointsPart = "log-checkpoints.jsonl";
    public const string FilesFolder = "files/";
    public const string KeysFolder = "keys/";

    public bool HasKeys => Parts.Keys.Any(p => p.StartsWith(KeysFolder, StringComparison.Ordinal));

    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"{Engine} database, {Parts.Keys.Count(p => p.StartsWith(FilesFolder, StringComparison.Ordinal))} files{(HasKeys ? ", keys" : "")}, as of {At}");
}
