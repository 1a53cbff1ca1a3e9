namespace Entente.Foundation.Tables.Xlsx;

/// <summary>Counts what really comes out of a packed part, stops it when it is out of proportion, and verifies it at its end.</summary>
internal sealed class GuardedPart(Stream part, long packedBytes, uint checkSum, Action<long, bool> count, TableLimits limits) : Stream
{
    private long _unpacked;
    private Crc32 _sum;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _unpacked;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        _unpacked += read;
        count(read, _unpacked > limits.RatioFreeBytes && _unpacked > Math.Max(packedBytes, 1) * limits.MaxRatio);
        _sum.Add(buffer[..read]);
        if (read == 0 && !buffer.IsEmpty && _sum.Value != checkSum)
        {
            throw new InvalidDataException();
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }
}
