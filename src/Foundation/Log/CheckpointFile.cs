using System.Text.Json;
using Entente.Foundation.Settings;
using NodaTime;
using NodaTime.Text;

namespace Entente.Foundation.Log;

/// <summary>
/// The file of checkpoints, one JSON object a line, appended and never rewritten; carried off the machine, it proves what the log was even
/// against whoever owns the database and the keys.
/// </summary>
internal sealed class CheckpointFile(EntenteSettings settings, LogSigning signing)
{
    public string Path => settings.Checkpoints;

    public void Append(LogCheckpoint checkpoint)
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } folder) System.IO.Directory.CreateDirectory(folder);
        var line = JsonSerializer.Serialize(new
        {
            position = checkpoint.Position,
            seal = Convert.ToHexStringLower(checkpoint.Seal),
            at = InstantPattern.ExtendedIso.Format(checkpoint.At),
            key = checkpoint.KeyName,
            signature = Convert.ToBase64String(checkpoint.Signature),
            publicKey = signing.PublicKey(checkpoint.KeyName),
        });
        using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>The checkpoints in the file, with the number of a line that cannot be read.</summary>
    public IEnumerable<(int Line, LogCheckpoint? Checkpoint)> Read()
    {
        if (!File.Exists(Path)) yield break;
        var number = 0;
        foreach (var line in File.ReadLines(Path)) yield return (++number, Parse(line));
    }

    private static LogCheckpoint? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var read = json.RootElement;
            return new()
            {
                Position = read.GetProperty("position").GetInt64(),
                Seal = Convert.FromHexString(read.GetProperty("seal").GetString()!),
                At = InstantPattern.ExtendedIso.Parse(read.GetProperty("at").GetString()!).Value,
                KeyName = read.GetProperty("key").GetString()!,
                Signature = read.GetProperty("signature").GetBytesFromBase64(),
            };
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or UnparsableValueException)
        {
            return null;
        }
    }
}
