using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Entente.Foundation.Caching;

/// <summary>One public answer with its headers, in the encodings asked for so far; each encoding has its own strong tag.</summary>
internal sealed class PublicAnswer
{
    private static readonly HashSet<string> Own = new(
        ["Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Date", "Server", "ETag", "Vary", "Cache-Control", "Pragma", "Expires"],
        StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<EncodedAnswer> plain;
    private readonly Lazy<EncodedAnswer> gzip;
    private readonly Lazy<EncodedAnswer> brotli;

    public PublicAnswer(long stamp, byte[] body, string? contentType)
    {
        Stamp = stamp;
        ContentType = contentType;
        var tag = Convert.ToHexStringLower(SHA256.HashData(body))[..24];
        plain = new(new EncodedAnswer($"\"{tag}\"", body, default));
        var packs = body.Length > 200 && IsText(contentType);
        gzip = packs ? new(() => new($"\"{tag}-gz\"", Pack(body, s => new GZipStream(s, CompressionLevel.Optimal)), "gzip")) : plain;
        brotli = packs ? new(() => new($"\"{tag}-br\"", Pack(body, s => new BrotliStream(s, CompressionLevel.Optimal)), "br")) : plain;
    }

    /// <summary>The change stamp read before the answer was made.</summary>
    public long Stamp { get; }

    public string? ContentType { get; }

    /// <summary>What else the pages' own part of the pipeline said: security, links.</summary>
    public KeyValuePair<string, StringValues>[] Headers { get; private set; } = [];

    /// <summary>When it was last read, for trimming; milliseconds since the machine started.</summary>
    public long ReadAt { get; set; }

    /// <summary>Bytes held, the packed forms estimated.</summary>
    public long Size => plain.Value.Body.Length * 3L / 2 + 1_000;

    /// <summary>Notes the headers of the first sending, once everybody in the pipeline has added theirs.</summary>
    public void TakeHeaders(IHeaderDictionary sent) => Headers = [.. sent.Where(h => !Own.Contains(h.Key))];

    public EncodedAnswer In(AnswerEncoding encoding) => encoding switch
    {
        AnswerEncoding.Brotli => brotli.Value,
        AnswerEncoding.Gzip => gzip.Value,
        _ => plain.Value,
    };

    private static bool IsText(string? contentType) => contentType is not null
        && (contentType.StartsWith("text/", StringComparison.Ordinal) || contentType.Contains("json", StringComparison.Ordinal)
            || contentType.Contains("xml", StringComparison.Ordinal));

    private static byte[] Pack(byte[] body, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed)) stream.Write(body);
        return packed.ToArray();
    }
}

/// <summary>An answer as it goes over the wire.</summary>
/// <param name="Tag">The strong entity tag.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Encoding">The content encoding; empty for the plain form.</param>
internal sealed record EncodedAnswer(string Tag, byte[] Body, StringValues Encoding)
{
    /// <summary>The tag as a header's value, made once.</summary>
    public StringValues TagHeader { get; } = Tag;
}

/// <summary>The forms an answer is kept in.</summary>
internal enum AnswerEncoding
{
    Plain,
    Gzip,
    Brotli,
}

/// <summary>Chooses a form by Accept-Encoding.</summary>
internal static class AnswerEncodings
{
    public static AnswerEncoding Of(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding;
        if (accepted.Count == 0) return AnswerEncoding.Plain;
        var text = accepted.Count == 1 ? accepted[0].AsSpan() : accepted.ToString().AsSpan();
        return Takes(text, "br") ? AnswerEncoding.Brotli : Takes(text, "gzip") ? AnswerEncoding.Gzip : AnswerEncoding.Plain;
    }

    private static bool Takes(ReadOnlySpan<char> accepted, ReadOnlySpan<char> coding)
    {
        foreach (var part in accepted.Split(','))
        {
            var item = accepted[part].Trim();
            if (!item.StartsWith(coding, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = item[coding.Length..].TrimStart();
            if (rest.IsEmpty) return true;
            if (rest[0] == ';') return rest[1..].TrimStart() is not ("q=0" or "q=0.0" or "q=0.00" or "q=0.000");
        }

        return false;
    }
}
