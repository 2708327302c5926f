using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Documents;

/// <summary>The text of a workbook's cells: shared, inline or computed strings, numbers, and dates by their number format.</summary>
internal sealed class CellReader
{
    private readonly List<string> _shared = [];
    private readonly HashSet<int> _dateStyles = [];
    private readonly Func<DateTime, string> _showDate;
    private readonly bool _from1904;

    public CellReader(WorkbookPart book, Func<DateTime, string> showDate)
    {
        _showDate = showDate;
        _from1904 = book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
        if (book.SharedStringTablePart?.SharedStringTable is { } table)
        {
            foreach (var item in table.Elements<SharedStringItem>()) _shared.Add(TextOf(item.ChildElements));
        }

        ReadStyles(book.WorkbookStylesPart?.Stylesheet);
    }

    public string TextOf(Cell cell)
    {
        if (cell.InlineString is { } inline) return TextOf(inline.ChildElements);
        var raw = cell.CellValue?.Text ?? "";
        if (raw.Length == 0) return "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(raw, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < _shared.Count ? _shared[index] : "";
        }

        if (type == CellValues.Error) return "";
        if (type == CellValues.Date)
        {
            return DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var iso) ? _showDate(iso) : raw;
        }

        var isNumber = (type is null || type == CellValues.Number)
            && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return isNumber ? NumberText(raw, cell.StyleIndex?.Value) : raw;
    }

    private string NumberText(string raw, uint? style)
    {
        var number = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (style is { } index && _dateStyles.Contains((int)index) && number is >= 1 and < 2_958_466)
        {
            // Serial numbers carry the time of day as a fraction that is not exact: round to the minute.
            var moment = DateTime.FromOADate(number + (_from1904 ? 1462 : 0)).AddSeconds(30);
            return _showDate(moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute)));
        }

        // A number is shown without the noise of binary fractions: 0.1 + 0.2 is stored as 0.30000000000000004.
        return Math.Abs(number) < 1e15 ? Math.Round(number, 10).ToString("0.##########", CultureInfo.InvariantCulture) : raw;
    }

    private static string TextOf(DocumentFormat.OpenXml.OpenXmlElementList parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            // Phonetic runs repeat the text for another script.
            if (part is Text plain) text.Append(plain.Text);
            else if (part is Run run) text.Append(run.Text?.Text);
        }

        return text.ToString();
    }

    private void ReadStyles(Stylesheet? styles)
    {
        var custom = new Dictionary<uint, bool>();
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id) custom[id] = IsDateFormat(format.FormatCode?.Value ?? "");
        }

        var index = 0;
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            if (custom.TryGetValue(id, out var isDate) ? isDate : id is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or (>= 50 and <= 58))
            {
                _dateStyles.Add(index);
            }

            index++;
        }
    }

    private static bool IsDateFormat(string code)
    {
        var quoted = false;
        var bracketed = false;
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (c == '"') quoted = !quoted;
            else if (c == '[') bracketed = true;
            else if (c == ']') bracketed = false;
            else if (c == '\\') i++;
            else if (!quoted && !bracketed && c is 'd' or 'y' or 'D' or 'Y') return true;
        }

        return false;
    }
}
