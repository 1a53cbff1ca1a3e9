using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Api;

/// <summary>
/// Where a list goes on: the key of the last record given, with a check sum over it and over what was asked, so that a cursor cut short or
/// used with other filters is refused instead of answered wrongly. It is no secret: what a caller sees is decided anew on every page.
/// </summary>
internal static class ApiCursor
{
    private const int SumBytes = 8;
    private const int LongestKey = 200;

    public static string Write(HttpRequest request, string key)
    {
        var text = Encoding.UTF8.GetBytes(key);
        return Base64Url.EncodeToString([.. Sum(request, text), .. text]);
    }

    public static string? Read(HttpRequest request, string cursor)
    {
        var bytes = new byte[LongestKey + SumBytes];
        if (cursor.Length > LongestKey || !Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var written) || written <= SumBytes) return null;
        var key = bytes.AsSpan(SumBytes, written - SumBytes);
        return Sum(request, key).AsSpan().SequenceEqual(bytes.AsSpan(0, SumBytes)) ? Encoding.UTF8.GetString(key) : null;
    }

    private static byte[] Sum(HttpRequest request, ReadOnlySpan<byte> key)
    {
        var asked = string.Join('&', request.Query.Where(q => q.Key is not ("cursor" or "limit")).OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => q.Key + "=" + q.Value));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Path + "?" + asked));
        hash.AppendData([0]);
        hash.AppendData(key);
        return hash.GetHashAndReset()[..SumBytes];
    }
}
