using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents;

/// <summary>What stands side by side in the head and the foot of a document: a row of cells without rules.</summary>
internal static class ReportTable
{
    public static Table Plain(int width, IReadOnlyList<int> widths, IReadOnlyList<IReadOnlyList<OpenXmlElement>> cells) => new(
        new TableProperties(
            new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
        new TableGrid(widths.Select(one => new GridColumn { Width = $"{one}" })),
        Row(new TableRowProperties(new CantSplit()), cells.Select((elements, i) => Cell(widths[i], elements))));

    public static TableRow Row(TableRowProperties properties, IEnumerable<TableCell> cells)
    {
        var row = new TableRow(properties);
        row.Append(cells);
        return row;
    }

    private static TableCell Cell(int width, IReadOnlyList<OpenXmlElement> elements)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }));
        cell.Append(elements);
        return cell;
    }
}
