using System.Diagnostics.CodeAnalysis;
using Entente.Foundation.Settings;
using Entente.Foundation.Web;
using QRCoder;

namespace Entente.Foundation.Documents;

/// <summary>The address printed on a document, at which anybody asks whether it holds.</summary>
public static class CheckCode
{
    /// <summary>A code that cannot be guessed.</summary>
    public static string New() => SecretToken.New().Token;

    /// <summary>Whether a text that came from outside can be one.</summary>
    public static bool IsOne([NotNullWhen(true)] string? code) => SecretToken.HashOf(code) is not null;

    /// <summary>The path of the page.</summary>
    public static string PathOf(string code) => "/check/" + code;

    /// <summary>The whole address as the public knows it.</summary>
    public static string AddressOf(EntenteSettings settings, string code) => new Uri(settings.PublicUrl, PathOf(code)).ToString();

    /// <summary>The address as a QR code (ISO/IEC 18004, a quarter of it may be lost): PNG.</summary>
    public static byte[] Picture(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(8);
    }
}
