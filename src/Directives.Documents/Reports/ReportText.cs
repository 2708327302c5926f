using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents;

/// <summary>Lines of an administrative document.</summary>
internal static class ReportText
{
    private const string Family = "Times New Roman";

    /// <param name="size">In points.</param>
    /// <param name="before">Room above, in twentieths of a point; so are <paramref name="after"/> and <paramref name="firstLine"/>.</param>
    /// <param name="rule">A line under it, as wide as the text.</param>
    public static Paragraph Line(
        string text, double size, JustificationValues? align = null, bool bold = false, bool italic = false, int before = 0, int after = 0, int firstLine = 0,
        bool keepNext = false, bool rule = false)
    {
        var properties = new ParagraphProperties();
        if (keepNext) properties.AppendChild(new KeepNext());
        properties.AppendChild(new SpacingBetweenLines { Before = Whole(before), After = Whole(after), Line = "240", LineRule = LineSpacingRuleValues.Auto });
        if (firstLine > 0) properties.AppendChild(new Indentation { FirstLine = Whole(firstLine) });
        properties.AppendChild(new Justification { Val = align ?? JustificationValues.Left });
        return new Paragraph(properties, Run(text, size, bold, italic, rule));
    }

    /// <summary>A short rule in the middle, under the issuer and under the subject.</summary>
    /// <param name="room">The width that it stands in the middle of, in twentieths of a point.</param>
    public static Paragraph Rule(int room, double share)
    {
        var side = (int)(room * (1 - share) / 2);
        return new Paragraph(new ParagraphProperties(
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "000000" }),
            new SpacingBetweenLines { Before = "20", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Left = Whole(side), Right = Whole(side) }));
    }

    public static Paragraph PageNumber() => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(Run("2", 13, bold: false, italic: false, rule: false)) { Instruction = " PAGE " });

    public static Styles Styles() => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Family, HighAnsi = Family, ComplexScript = Family, EastAsia = Family },
            new FontSize { Val = "28" },
            new FontSizeComplexScript { Val = "28" },
            new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
        new ParagraphPropertiesDefault()));

    private static Run Run(string text, double size, bool bold, bool italic, bool rule)
    {
        var look = new RunProperties(new RunFonts { Ascii = Family, HighAnsi = Family, ComplexScript = Family, EastAsia = Family });
        if (bold) look.Append(new Bold(), new BoldComplexScript());
        if (italic) look.Append(new Italic(), new ItalicComplexScript());
        look.Append(new FontSize { Val = HalfPoints(size) }, new FontSizeComplexScript { Val = HalfPoints(size) });
        if (rule) look.AppendChild(new Underline { Val = UnderlineValues.Single });
        var run = new Run(look);
        var lines = XmlText.Shown(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.AppendChild(new Break());
            run.AppendChild(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static string HalfPoints(double size) => Whole((int)(size * 2));

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
