using System.Text.Encodings.Web;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Documents;

/// <summary>A document as a sheet of paper: its text, and at its foot the number, the address at which it is checked, and the same as a QR code.</summary>
internal static class PrintSheet
{
    private const string Style = """
        @page { size: A4; margin: 24mm 22mm 20mm; }
        body { margin: 0; color: #111; font: 11pt/1.6 "Noto Serif", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, "Times New Roman", serif; }
        h1 { font-size: 17pt; line-height: 1.3; margin: 8mm 0 5mm; } h2 { font-size: 13pt; margin: 6mm 0 2mm; } h3 { font-size: 11pt; margin: 4mm 0 1mm; }
        p { margin: 0 0 3mm; } ul, ol { margin: 0 0 3mm; padding-left: 7mm; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 4mm; } th, td { text-align: left; vertical-align: top; padding: 1.2mm 3mm 1.2mm 0; border-bottom: .2mm solid #bbb; } th { font-weight: 600; } th:first-child:nth-last-child(2) { width: 34%; }
        hr { border: 0; border-top: .2mm solid #999; } small, .small { font-size: 9pt; } .right { text-align: right; } .center { text-align: center; }
        .letterhead { border-bottom: .4mm solid #1d4d3c; padding-bottom: 3mm; margin-bottom: 9mm; color: #1d4d3c; font-size: 10pt; } .letterhead p { margin: 0; }
        .signature { margin-top: 14mm; break-inside: avoid; }
        .stamp { margin-top: 14mm; padding-top: 3mm; border-top: .2mm solid #999; display: flex; gap: 5mm; align-items: center; font-size: 8.5pt; line-height: 1.45; break-inside: avoid; }
        .stamp img { width: 26mm; height: 26mm; image-rendering: pixelated; } .stamp p { margin: 0; overflow-wrap: anywhere; }
        """;

    /// <summary>The whole page.</summary>
    public static string Of(string html, Language language, StampWords words, byte[] picture) => $"""
        <!DOCTYPE html>
        <html lang="{language.Tag}"><head><meta charset="utf-8"><title>{Text(words.Number)}</title>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <style>{Style}</style></head><body>
        {html}
        <div class="stamp"><img alt="" src="data:image/png;base64,{Convert.ToBase64String(picture)}"><div><p><b>{Text(words.Line)}</b></p><p>{Text(words.Check)}</p><p>{Text(words.Address)}</p></div></div>
        </body></html>
        """;

    private static string Text(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);
}

/// <summary>What stands at the foot of a document.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Line">Number and day of issue, in words.</param>
/// <param name="Check">What the address is for.</param>
/// <param name="Address">The address.</param>
internal sealed record StampWords(string Number, string Line, string Check, string Address);
