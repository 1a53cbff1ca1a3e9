using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Entente.Foundation.Documents;

/// <summary>Puts at the end of a Word file what stands at the foot of a printed one: the QR code, the number, the address.</summary>
internal static class WordStamp
{
    /// <summary>26 mm in English Metric Units, of which a millimetre has 36,000.</summary>
    private const long Side = 26 * 36_000;

    public static void Add(WordprocessingDocument document, StampWords words, byte[] picture)
    {
        var main = document.MainDocumentPart!;
        var image = main.AddImagePart(ImagePartType.Png);
        using (var content = new MemoryStream(picture)) image.FeedData(content);
        var body = main.Document!.Body!;
        OpenXmlElement[] added =
        [
            new Paragraph(new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "480" }), new Run(Drawing(main.GetIdOfPart(image), words.Address))),
            Line(words.Line, isBold: true), Line(words.Check), Line(words.Address),
        ];
        if (body.Elements<SectionProperties>().LastOrDefault() is { } section)
        {
            foreach (var element in added) section.InsertBeforeSelf(element);
        }
        else
        {
            body.Append(added);
        }
    }

    private static Paragraph Line(string text, bool isBold = false)
    {
        var properties = new RunProperties();
        if (isBold) properties.Append(new Bold());
        properties.Append(new FontSize { Val = "17" });
        return new(new ParagraphProperties(new KeepLines(), new SpacingBetweenLines { After = "0" }), new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static Drawing Drawing(string relation, string description) => new(new Wp.Inline(
        new Wp.Extent { Cx = Side, Cy = Side },
        new Wp.DocProperties { Id = 9_001U, Name = "QR", Description = description },
        new A.Graphic(new A.GraphicData(new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = 9_002U, Name = "qr.png" }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = relation }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = Side, Cy = Side }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
        {
            Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
        }))
    {
        DistanceFromTop = 0U,
        DistanceFromBottom = 0U,
        DistanceFromLeft = 0U,
        DistanceFromRight = 0U,
    });
}
