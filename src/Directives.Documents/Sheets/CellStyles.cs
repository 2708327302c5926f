using Directives.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Documents;

/// <param name="IsQuoted">Text that begins like a formula.</param>
internal sealed record CellLook(SheetFormat Format, SheetStyle Style = SheetStyle.Plain, bool IsRuled = false, bool IsQuoted = false);

/// <summary>The looks that a workbook's cells have, each once.</summary>
internal sealed class CellStyles
{
    private const uint General = 0;
    private const uint Whole = 1;
    private const uint AsTyped = 49;

    // Of our own, so that a day is shown in this order whatever the program's language.
    private const uint Day = 164;
    private const uint Time = 165;

    private readonly List<CellLook> _looks = [new(SheetFormat.Words)];

    public uint Of(CellLook look)
    {
        var index = _looks.IndexOf(look);
        if (index < 0)
        {
            index = _looks.Count;
            _looks.Add(look);
        }

        return (uint)index;
    }

    public Stylesheet ToStylesheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = Day, FormatCode = "dd/mm/yyyy" },
            new NumberingFormat { NumberFormatId = Time, FormatCode = "hh:mm" })
        {
            Count = 2,
        },
        new Fonts(Font(11), Font(11, isBold: true), Font(15, isBold: true)) { Count = 3 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE2ECF7" }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid }))
        {
            Count = 3,
        },
        new Borders(new Border(), Ruled()) { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(_looks.Select(Format)) { Count = (uint)_looks.Count },
        new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat Format(CellLook look) => new(new Alignment
    {
        Vertical = look.Style is SheetStyle.Heading or SheetStyle.Title ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
        Horizontal = look.Style switch
        {
            SheetStyle.Heading or SheetStyle.Title => HorizontalAlignmentValues.Center,
            SheetStyle.Label => HorizontalAlignmentValues.Right,
            // Days in the head of a sheet stand with the texts under and over them.
            _ when !look.IsRuled => HorizontalAlignmentValues.Left,
            _ => look.Format is SheetFormat.Number or SheetFormat.Day or SheetFormat.Time ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.Left,
        },
        WrapText = true,
    })
    {
        NumberFormatId = look.Format switch
        {
            SheetFormat.Literal => AsTyped,
            SheetFormat.Number => Whole,
            SheetFormat.Day => Day,
            SheetFormat.Time => Time,
            _ => General,
        },
        FontId = look.Style switch { SheetStyle.Title => 2, SheetStyle.Plain => 0, _ => 1u },
        FillId = look.Style == SheetStyle.Heading ? 2 : 0u,
        BorderId = look.IsRuled ? 1 : 0u,
        FormatId = 0,
        QuotePrefix = look.IsQuoted ? true : null,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
    };

    private static Font Font(double size, bool isBold = false)
    {
        var font = new Font();
        if (isBold) font.AppendChild(new Bold());
        font.AppendChild(new FontSize { Val = size });
        font.AppendChild(new FontName { Val = "Times New Roman" });
        font.AppendChild(new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static Border Ruled() => new(
        new LeftBorder(Line()) { Style = BorderStyleValues.Thin },
        new RightBorder(Line()) { Style = BorderStyleValues.Thin },
        new TopBorder(Line()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Line()) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static Color Line() => new() { Rgb = "FF9AA5B1" };
}
