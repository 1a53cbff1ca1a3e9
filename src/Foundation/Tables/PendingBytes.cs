namespace Entente.Foundation.Tables;

/// <summary>
/// Takes bytes from writers that only know synchronous writing (in .NET 10 also the parts of a ZIP archive, when they close) and hands
/// them over asynchronously, piece by piece. Cannot seek, so that nobody wants to change what has already gone.
/// </summary>
internal sealed class PendingBytes(Stream destination) : Stream
{
    private const int Enough = 64 * 1024;

    private readonly MemoryStream _pending = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether it is time for <see cref="HandOverAsync"/>.</summary>
    public bool IsFull => _pending.Length >= Enough;

    public async Task HandOverAsync(CancellationToken cancellation)
    {
        await destination.WriteAsync(_pending.GetBuffer().AsMemory(0, (int)_pending.Length), cancellation).ConfigureAwait(false);
        _pending.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _pending.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _pending.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
