namespace Directives.Language.Prose;

internal enum AnnexColumn
{
    None,
    Number,
    Content,
    Lead,
    Coordinating,
    Directing,
    Due,
    Start,
    ReportTo,
    Audience,
    Product,
}

/// <summary>A table with a task a row: which column says what, and the rows under the heading.</summary>
internal sealed class AnnexTable
{
    private readonly Dictionary<int, AnnexColumn> _columns = [];
    private readonly SortedDictionary<int, Dictionary<int, Block>> _rows = [];
    private int _headerRow = -1;
    private int _lastHeaderRow = -1;
    private int _lastRow = int.MaxValue;

    private AnnexTable(string text, IEnumerable<Block> cells)
    {
        foreach (var cell in cells)
        {
            if (!_rows.TryGetValue(cell.Place!.Row, out var row)) _rows[cell.Place.Row] = row = [];
            row.TryAdd(cell.Place.Column, cell);
        }

        FindHeader(text);
    }

    /// <summary>The tables of tasks of a document, by number.</summary>
    public static SortedDictionary<int, AnnexTable> Of(DocumentText document)
    {
        var found = new SortedDictionary<int, AnnexTable>();
        foreach (var cells in document.Blocks.Where(block => block.Place is not null).GroupBy(block => block.Place!.Table))
        {
            var table = new AnnexTable(document.Text, cells);
            if (table._headerRow >= 0) found[cells.Key] = table;
        }

        return found;
    }

    /// <summary>Where its heading begins.</summary>
    public int HeaderFrom => _rows[_headerRow].Values.Min(cell => cell.From);

    /// <summary>Whether a cell stands over the heading or under the last task: the title of a sheet, its signature.</summary>
    public bool IsAround(Block cell) => cell.Place!.Row < _headerRow || cell.Place.Row > _lastRow;

    public IEnumerable<IReadOnlyDictionary<int, Block>> Rows(string text) =>
        _rows.Where(row => row.Key > _lastHeaderRow && row.Key <= _lastRow && !IsHeaderAgain(text, row.Value) && !IsTotal(text, row.Value)).Select(row => row.Value);

    public Block? Cell(IReadOnlyDictionary<int, Block> row, AnnexColumn kind)
    {
        foreach (var (column, known) in _columns)
        {
            if (known == kind && row.TryGetValue(column, out var cell) && cell.To > cell.From) return cell;
        }

        return null;
    }

    public bool Has(AnnexColumn kind) => _columns.ContainsValue(kind);

    private void FindHeader(string text)
    {
        foreach (var (number, row) in _rows.Take(25))
        {
            _columns.Clear();
            Map(text, row);
            if (!Has(AnnexColumn.Content) || _columns.Count(column => column.Value != AnnexColumn.None) < 2) continue;
            if (!Has(AnnexColumn.Lead) && !Has(AnnexColumn.Due)) MapNext(text, number);
            if (!Has(AnnexColumn.Lead) && !Has(AnnexColumn.Due)) continue;
            (_headerRow, _lastHeaderRow) = (number, Math.Max(number, _lastHeaderRow));
            MapNext(text, number);
            _lastRow = LastTask();
            return;
        }
    }

    // Under the last row with a task and what goes with it there are remarks and the signature.
    private int LastTask()
    {
        foreach (var (number, row) in _rows.Reverse())
        {
            if (number <= _lastHeaderRow) break;
            if (Cell(row, AnnexColumn.Content) is not { } content) continue;
            if (row.Values.Any(cell => cell.To > cell.From && cell.From != content.From)) return number;
        }

        return int.MaxValue;
    }

    // A heading of two rows: `Phân công` over `Chủ trì` and `Phối hợp`. A row that numbers the columns belongs to it too.
    private void MapNext(string text, int number)
    {
        if (_lastHeaderRow > number) return;
        if (_rows.TryGetValue(number + 1, out var next) && IsSecondHeader(text, next, number))
        {
            foreach (var (column, cell) in next.Where(cell => !IsMergedFromAbove(text, cell.Key, cell.Value, number)))
            {
                if (KindOf(TextOf(text, cell)) is var kind && kind != AnnexColumn.None) _columns[column] = kind;
            }

            _lastHeaderRow = ++number;
        }

        if (_rows.TryGetValue(number + 1, out var row) && IsNumbering(text, row)) _lastHeaderRow = number + 1;
    }

    // Short texts, one of them naming what tasks have, and one where the row above has nothing: under a heading over several columns.
    private bool IsSecondHeader(string text, Dictionary<int, Block> row, int above)
    {
        var own = row.Where(cell => cell.Value.To > cell.Value.From && !IsMergedFromAbove(text, cell.Key, cell.Value, above)).ToArray();
        if (own.Length == 0 || own.Any(cell => TextOf(text, cell.Value) is var words && (words.Length >= 40 || char.IsAsciiDigit(words[0])))) return false;
        var kinds = own.Select(cell => KindOf(TextOf(text, cell.Value))).ToArray();
        if (Array.TrueForAll(kinds, kind => kind is not (AnnexColumn.None or AnnexColumn.Content or AnnexColumn.Number))) return true;
        return Array.Exists(kinds, kind => kind is AnnexColumn.Lead or AnnexColumn.Coordinating or AnnexColumn.Due or AnnexColumn.Start)
            && own.Any(cell => !_rows[above].TryGetValue(cell.Key, out var over) || over.To == over.From);
    }

    // `(1)`, `(2)`, … or `A`, `B`, `1`, `2`, …
    private static bool IsNumbering(string text, Dictionary<int, Block> row)
    {
        var texts = row.Values.Where(cell => cell.To > cell.From).Select(cell => TextOf(text, cell).Trim('(', ')', '[', ']')).ToArray();
        return texts.Length > 2 && Array.TrueForAll(texts, cell => cell.Length is 1 or 2 && (cell.All(char.IsAsciiDigit) || cell is [>= 'A' and <= 'E']));
    }

    private static bool IsTotal(string text, Dictionary<int, Block> row) =>
        row.Values.FirstOrDefault(cell => cell.To > cell.From) is { } first && Word.Split(text, first.From, first.To) is var words && _totals.IsAt(words, 0, words.Count);

    // A cell merged into the one above points at its text, or, in a sheet, repeats it.
    private bool IsMergedFromAbove(string text, int column, Block cell, int row) => _rows[row].Values.Any(above => above.From == cell.From && above.To == cell.To)
        || (_rows[row].TryGetValue(column, out var over) && cell.To > cell.From && TextOf(text, over) == TextOf(text, cell));

    private void Map(string text, Dictionary<int, Block> row)
    {
        foreach (var (column, cell) in row)
        {
            var heading = TextOf(text, cell);
            var kind = heading.Length is > 0 and < 60 ? KindOf(heading) : AnnexColumn.None;
            if (kind != AnnexColumn.None && !_columns.ContainsValue(kind)) _columns[column] = kind;
        }
    }

    private bool IsHeaderAgain(string text, Dictionary<int, Block> row)
    {
        var header = _rows[_headerRow];
        var shared = row.Count(cell => cell.Value.To > cell.Value.From && header.TryGetValue(cell.Key, out var above) && TextOf(text, above) == TextOf(text, cell.Value));
        return shared >= 2 && shared >= row.Count(cell => cell.Value.To > cell.Value.From) - 1;
    }

    private static string TextOf(string text, Block cell) => Duty.Fold(text[cell.From..cell.To]);

    private static AnnexColumn KindOf(string heading)
    {
        var words = Word.Split(heading, 0, heading.Length);
        if (words.Count == 2 && _report.IsAt(words, 0, 2)) return AnnexColumn.ReportTo;
        foreach (var (phrases, kind) in _headings)
        {
            if (phrases.Occurs(words, 0, words.Count)) return kind;
        }

        return AnnexColumn.None;
    }

    private static readonly PhraseSet _totals = new("tổng số, tổng cộng");
    private static readonly PhraseSet _report = new("báo cáo");

    // In this order: `Đơn vị phối hợp thực hiện` helps, `Thời gian thực hiện` is a time.
    private static readonly (PhraseSet Phrases, AnnexColumn Kind)[] _headings =
    [
        (new("stt, tt, số tt, số thứ tự"), AnnexColumn.Number),
        (new("phối hợp, phối, tham gia"), AnnexColumn.Coordinating),
        (new("bắt đầu"), AnnexColumn.Start),
        (new("thời hạn, thời gian, tiến độ, hạn, hoàn thành, thời điểm, mốc, ngày"), AnnexColumn.Due),
        (new("lãnh đạo phụ trách, lãnh đạo chỉ đạo, chỉ đạo, lãnh đạo theo dõi, người chỉ đạo"), AnnexColumn.Directing),
        (new("nơi nhận báo cáo, nơi nhận, báo cáo cho, cơ quan nhận"), AnnexColumn.ReportTo),
        (new("đối tượng, áp dụng"), AnnexColumn.Audience),
        (new("sản phẩm, kết quả, đầu ra, ghi chú, kinh phí"), AnnexColumn.Product),
        (new("nội dung, nhiệm vụ, công việc, tên việc, đầu việc, hoạt động, việc"), AnnexColumn.Content),
        (new("chủ trì, thực hiện, phụ trách, đơn vị, cơ quan, người, bộ phận, phân công, đầu mối, trách nhiệm"), AnnexColumn.Lead),
    ];
}
