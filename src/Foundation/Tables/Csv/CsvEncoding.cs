using System.Text;

namespace Entente.Foundation.Tables.Csv;

/// <summary>The encoding of a text file, found by reading all of it strictly.</summary>
/// <param name="Encoding">The encoding, which marks what it cannot decode.</param>
/// <param name="Name">Its name as a person may choose it.</param>
internal sealed record CsvEncoding(Encoding Encoding, string Name)
{
    /// <summary>A mark at the start decides, else well-formed UTF-8, else plausible GB18030.</summary>
    /// <exception cref="TableRefusedException">The bytes are not text in any of them; the finding names the line.</exception>
    public static CsvEncoding Of(Stream file, string? chosen, FindingList findings)
    {
        if (chosen is not null)
        {
            var named = TextEncodings.Named(chosen) ?? throw TableRefusedException.At(1, TableCodes.WrongEncoding);
            return Demand(file, new CsvEncoding(named, named.WebName));
        }

        var mark = new byte[2];
        file.Position = 0;
        _ = file.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        switch (mark)
        {
            case [0xFF, 0xFE]:
                return Demand(file, new CsvEncoding(TextEncodings.Utf16, "utf-16"));
            case [0xFE, 0xFF]:
                return Demand(file, new CsvEncoding(TextEncodings.Utf16BigEndian, "utf-16BE"));
        }

        if (FirstBrokenLine(file, TextEncodings.Utf8) is not { } line)
        {
            return new CsvEncoding(TextEncodings.Utf8, "utf-8");
        }

        if (!ChineseBytes.Plausible(file))
        {
            throw TableRefusedException.At(line, TableCodes.WrongEncoding);
        }

        findings.File(Severity.Information, TableCodes.ReadAsChinese);
        return new CsvEncoding(TextEncodings.Chinese, "gb18030");
    }

    private static CsvEncoding Demand(Stream file, CsvEncoding encoding) =>
        FirstBrokenLine(file, encoding.Encoding) is { } line
            ? throw TableRefusedException.At(line, TableCodes.WrongEncoding)
            : encoding;

    private static int? FirstBrokenLine(Stream file, Encoding encoding)
    {
        var decoder = encoding.GetDecoder();
        var bytes = new byte[65_536];
        var characters = new char[encoding.GetMaxCharCount(bytes.Length)];
        var line = 1;
        file.Position = 0;
        for (var more = true; more;)
        {
            var read = file.Read(bytes);
            more = read > 0;
            var text = characters.AsSpan(0, decoder.GetChars(bytes, 0, read, characters, 0, flush: !more));
            var broken = text.IndexOf(TextEncodings.Broken);
            line += (broken < 0 ? text : text[..broken]).Count('\n');
            if (broken >= 0)
            {
                return line;
            }
        }

        return null;
    }
}
