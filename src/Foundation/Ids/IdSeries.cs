using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Entente.Foundation.Ids;

/// <summary>
/// Where new keys come from: time and chance (UUID version 7), or, while a series runs, a fixed order of keys, so that the
/// demonstration school loaded twice on one day is the same to the byte, figures' digests included.
/// </summary>
public sealed class IdSeries : IDisposable
{
    private static readonly AsyncLocal<IdSeries?> Running = new();

    private readonly byte[] seed;
    private readonly long milliseconds;
    private int made;

    private IdSeries(string seed, DateOnly day)
    {
        this.seed = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(seed));
        milliseconds = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();
    }

    /// <summary>Begins a series for whatever this call starts; ends it when disposed.</summary>
    /// <param name="seed">Names the series.</param>
    /// <param name="day">The day its keys are stamped with.</param>
    public static IdSeries Begin(string seed, DateOnly day)
    {
        var series = new IdSeries(seed, day);
        Running.Value = series;
        return series;
    }

    /// <inheritdoc/>
    public void Dispose() => Running.Value = null;

    internal static Guid Next() => Running.Value?.Following() ?? Guid.CreateVersion7();

    private Guid Following()
    {
        var number = Interlocked.Increment(ref made);
        Span<byte> counted = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(counted, number);
        var random = HMACSHA256.HashData(seed, counted);
        Span<byte> key = stackalloc byte[16];
        random.AsSpan(0, 16).CopyTo(key);
        BinaryPrimitives.WriteInt64BigEndian(key, (milliseconds + number) << 16);
        random.AsSpan(6, 2).CopyTo(key[6..]);
        key[6] = (byte)((key[6] & 0x0f) | 0x70);
        key[8] = (byte)((random[8] & 0x3f) | 0x80);
        return new Guid(key, bigEndian: true);
    }
}
