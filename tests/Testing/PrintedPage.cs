using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ZXing;
using ZXing.Common;

namespace Entente.Testing;

/// <summary>Reads what a scanner reads of a printed document.</summary>
public static partial class PrintedPage
{
    /// <summary>The text of the QR code among the pictures of a PDF; none where there is none that can be read.</summary>
    public static string? QrOf(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        foreach (Match picture in Picture().Matches(text))
        {
            var start = text.IndexOf("stream", picture.Index, StringComparison.Ordinal) + "stream".Length;
            while (text[start] is '\r' or '\n') start++;
            var (width, height) = (Number(picture.Value, "Width"), Number(picture.Value, "Height"));
            using var packed = new MemoryStream(pdf, start, Number(picture.Value, "Length"));
            using var unpacked = new MemoryStream();
            using (var inflate = new ZLibStream(packed, CompressionMode.Decompress)) inflate.CopyTo(unpacked);
            var points = unpacked.ToArray();
            var format = points.Length / (width * height) == 1 ? RGBLuminanceSource.BitmapFormat.Gray8 : RGBLuminanceSource.BitmapFormat.RGB24;
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(points, width, height, format)));
            if (new MultiFormatReader().decode(bitmap, new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true, [DecodeHintType.POSSIBLE_FORMATS] = new List<BarcodeFormat> { BarcodeFormat.QR_CODE } }) is { } found) return found.Text;
        }

        return null;
    }

    private static int Number(string dictionary, string name) =>
        int.Parse(Regex.Match(dictionary, "/" + name + " (?<n>[0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<<[^<>]*/Subtype /Image[^<>]*>>", RegexOptions.None, 1000)]
    private static partial Regex Picture();
}
