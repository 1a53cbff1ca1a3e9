using System.Text;

namespace Entente.Foundation.Tables;

/// <summary>The encodings that text files come in, all of them strict.</summary>
internal static class TextEncodings
{
    /// <summary>Stands for bytes that cannot be decoded; a noncharacter, so no honest file contains it.</summary>
    public const char Broken = '\uFFFF';

    private static readonly DecoderReplacementFallback Mark = new(Broken.ToString());

    public static Encoding Utf8 { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, Mark);

    public static Encoding Utf16 { get; } = Encoding.GetEncoding("utf-16", EncoderFallback.ReplacementFallback, Mark);

    public static Encoding Utf16BigEndian { get; } = Encoding.GetEncoding("utf-16BE", EncoderFallback.ReplacementFallback, Mark);

    /// <summary>GB18030, which contains GBK and GB 2312.</summary>
    public static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ReplacementFallback, Mark)!;

    /// <summary>An encoding by the name a person chose; null when there is none of that name.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, Mark)
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, Mark);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
