using System.Buffers.Binary;
using System.IO.Compression;

namespace Entente.Foundation.Tables.Xlsx;

/// <summary>
/// The ZIP package of a workbook, with limits that hold whatever its directory claims. Parts are only ever read through
/// <see cref="Open(string)"/>; nothing is unpacked to disk, so names with ".." have no effect.
/// </summary>
internal sealed class GuardedArchive : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly TableLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="TableRefusedException">Too many parts, too large, encrypted, or two parts of one name.</exception>
    /// <exception cref="InvalidDataException">It is no readable ZIP file.</exception>
    public GuardedArchive(Stream file, TableLimits limits)
    {
        _limits = limits;
        if (CountedParts(file) > limits.MaxParts)
        {
            throw new TableRefusedException(TableCodes.TooManyParts, limits.MaxParts);
        }

        file.Position = 0;
        _archive = Sound(() => new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
        var unpacked = 0L;
        foreach (var entry in Sound(() => _archive.Entries))
        {
            if (entry.IsEncrypted)
            {
                throw new TableRefusedException(TableCodes.Encrypted);
            }

            unpacked += Math.Min(entry.Length, long.MaxValue / 4);
            if (unpacked > limits.MaxUnpackedBytes)
            {
                throw UnpacksTooLarge();
            }

            // Readers disagree on which of two parts of one name counts; a checked one could hide an unchecked one.
            if (!_parts.TryAdd(Name(entry.FullName), entry))
            {
                throw new TableRefusedException(TableCodes.Corrupt);
            }
        }

        if (_parts.Count > limits.MaxParts)
        {
            throw new TableRefusedException(TableCodes.TooManyParts, limits.MaxParts);
        }
    }

    /// <summary>The names of all parts, without a leading slash.</summary>
    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>Bytes unpacked since <see cref="Restart"/>.</summary>
    public long Unpacked { get; private set; }

    public bool Has(string name) => _parts.ContainsKey(Name(name));

    /// <summary>Opens a part; null when there is none of that name.</summary>
    public Stream? Open(string name) =>
        _parts.TryGetValue(Name(name), out var entry) ? new GuardedPart(Sound(entry.Open), entry.CompressedLength, entry.Crc32, Count, _limits) : null;

    /// <summary>Reading the same sheet again must not add up to a refusal.</summary>
    public void Restart(long unpacked) => Unpacked = unpacked;

    public void Dispose() => _archive.Dispose();

    internal TableRefusedException UnpacksTooLarge() =>
        new(TableCodes.UnpacksTooLarge, _limits.MaxUnpackedBytes / (1024 * 1024));

    private static string Name(string name) => name.Replace('\\', '/').TrimStart('/');

    /// <summary>Offsets that lead out of the file show as failures to seek, which are the file's fault and not the disk's.</summary>
    private static T Sound<T>(Func<T> opening)
    {
        try
        {
            return opening();
        }
        catch (IOException exception)
        {
            throw new InvalidDataException(message: null, exception);
        }
    }

    private void Count(long bytes, bool ratioBroken)
    {
        Unpacked += bytes;
        if (Unpacked > _limits.MaxUnpackedBytes || ratioBroken)
        {
            throw UnpacksTooLarge();
        }
    }

    /// <summary>
    /// The number of parts from the end-of-directory record, read before the library makes an object of each. 65,535 stands for
    /// "more, see the ZIP64 record", which is too many in any case.
    /// </summary>
    private static int CountedParts(Stream file)
    {
        const int RecordBytes = 22;
        var tail = new byte[Math.Min(file.Length, RecordBytes + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - RecordBytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == 0x06054B50)
            {
                return BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
            }
        }

        throw new InvalidDataException();
    }
}
