namespace Entente.Foundation.Data;

/// <summary>Orders stored sort keys in memory as the databases do.</summary>
public sealed class SortKeyOrder : IComparer<byte[]>
{
    /// <summary>The one there is.</summary>
    public static readonly SortKeyOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y.AsSpan());
}
