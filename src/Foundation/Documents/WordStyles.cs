using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Documents;

/// <summary>The styles of a Word file: an office changes the look of all its letters in one place.</summary>
internal static class WordStyles
{
    public const string Letterhead = "Letterhead";
    public const string Small = "Small";

    private const string House = "1D4D3C";

    public static Styles Of(Language language) => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman", EastAsia = "SimSun" }, new FontSize { Val = "22" },
            new Languages { Val = language == Language.Chinese ? "en-US" : "en-GB", EastAsia = "zh-CN" }))),
        StyleOf("Normal", "Normal", null, new() { After = "160", Line = "320", LineRule = LineSpacingRuleValues.Auto }, [], isDefault: true),
        StyleOf("Heading1", "heading 1", 0, new() { Before = "360", After = "240" }, [new Bold(), new FontSize { Val = "34" }]),
        StyleOf("Heading2", "heading 2", 1, new() { Before = "280", After = "100" }, [new Bold(), new FontSize { Val = "26" }]),
        StyleOf("Heading3", "heading 3", 2, new() { Before = "200", After = "60" }, [new Bold(), new FontSize { Val = "22" }]),
        StyleOf(Letterhead, Letterhead, null, new() { After = "0" }, [new Color { Val = House }, new FontSize { Val = "20" }], new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 4, Color = House })),
        StyleOf(Small, Small, null, new() { After = "60" }, [new FontSize { Val = "18" }]));

    private static Style StyleOf(string id, string name, int? outline, SpacingBetweenLines spacing, OpenXmlElement[] letters, ParagraphBorders? borders = null, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = id is Letterhead or Small ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        if (outline is not null) style.Append(new NextParagraphStyle { Val = "Normal" });
        style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (outline is not null) paragraph.Append(new KeepNext());
        if (borders is not null) paragraph.Append(borders);
        paragraph.Append(spacing);
        if (outline is { } level) paragraph.Append(new OutlineLevel { Val = level });
        style.Append(paragraph);
        if (letters.Length > 0) style.Append(new StyleRunProperties(letters));
        return style;
    }
}
