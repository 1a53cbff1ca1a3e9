using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Entente.Foundation.Log;

/// <summary>
/// What a seal covers: the seal before it, the place, and every field of the row, each with its length. Moments count in microseconds,
/// which both databases keep.
/// </summary>
internal static class Chain
{
    public static byte[] Beginning { get; } = new byte[32];

    public static byte[] SealOf(byte[] previous, long position, LogEntry row)
    {
        using var bytes = new MemoryStream(320 + row.Changes.Length);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(previous);
        writer.Write(position);
        writer.Write(row.Id);
        Write(writer, row);
        writer.Write(row.Mac);
        writer.Flush();
        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>What is known of a row when it is written: all but its place and the number the database gives.</summary>
    public static byte[] Fields(LogEntry row)
    {
        using var bytes = new MemoryStream(256 + row.Changes.Length);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        Write(writer, row);
        writer.Flush();
        return bytes.ToArray();
    }

    public static long Microseconds(Instant at) => at.ToUnixTimeTicks() / 10;

    private static void Write(BinaryWriter writer, LogEntry row)
    {
        writer.Write(Microseconds(row.At));
        Write(writer, row.Actor);
        Write(writer, row.OnBehalfOf);
        Write(writer, row.Unit);
        writer.Write(row.Action);
        writer.Write(row.Kind);
        Write(writer, row.Record);
        writer.Write(row.RecordVersion);
        writer.Write(row.Changes);
    }

    private static void Write(BinaryWriter writer, Guid? key)
    {
        writer.Write(key.HasValue);
        if (key is { } known) writer.Write(known.ToByteArray(bigEndian: true));
    }
}
