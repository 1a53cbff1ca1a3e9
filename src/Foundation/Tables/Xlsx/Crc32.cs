namespace Entente.Foundation.Tables.Xlsx;

/// <summary>The check sum of ZIP files (APPNOTE 4.4.7: CRC-32, polynomial 0xEDB88320 reflected), which the library does not verify.</summary>
internal struct Crc32
{
    private static readonly uint[] Steps = [.. Enumerable.Range(0, 256).Select(Step)];

    private uint _state;

    public readonly uint Value => _state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var state = ~_state;
        foreach (var value in bytes)
        {
            state = (state >> 8) ^ Steps[(byte)(state ^ value)];
        }

        _state = ~state;
    }

    private static uint Step(int index)
    {
        var step = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            step = (step & 1) == 0 ? step >> 1 : (step >> 1) ^ 0xEDB88320;
        }

        return step;
    }
}
