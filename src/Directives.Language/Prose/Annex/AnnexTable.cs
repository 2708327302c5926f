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

    /// <summary>Cells above the heading: the title of a sheet.</summary>
    public IEnumerable<Block> Above => _rows.Where(row => row.Key < _headerRow).SelectMany(row => row.Value.Values);

    public int HeaderFrom => _rows[_headerRow].Values.Min(cell => cell.From);

    public IEnumerable<IReadOnlyDictionary<int, Block>> Rows(string text) =>
        _rows.Where(row => row.Key > _lastHeaderRow && !IsHeaderAgain(text, row.Value)).Select(row => row.Value);

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
            return;
        }
    }

    // A heading of two rows: `Phân công` over `Chủ trì` and `Phối hợp`. A row that numbers the columns belongs to it too.
    private void MapNext(string text, int number)
    {
        if (!_rows.TryGetValue(number + 1, out var next) || _lastHeaderRow > number) return;
        var own = next.Where(cell => !IsMergedFromAbove(cell.Value, number)).ToArray();
        var texts = own.Select(cell => TextOf(text, cell.Value)).Where(cell => cell.Length > 0).ToArray();
        if (texts.Length == 0) return;
        if (Array.TrueForAll(texts, cell => cell.Trim('(', ')').Length <= 2 && cell.Trim('(', ')').All(char.IsAsciiDigit)) && texts.Length > 2) _lastHeaderRow = number + 1;
        else if (Array.TrueForAll(texts, cell => cell.Length < 40 && KindOf(cell) is not (AnnexColumn.None or AnnexColumn.Content or AnnexColumn.Number)))
        {
            foreach (var (column, cell) in own) _columns[column] = KindOf(TextOf(text, cell));
            _lastHeaderRow = number + 1;
        }
    }

    private bool IsMergedFromAbove(Block cell, int row) => _rows[row].Values.Any(above => above.From == cell.From && above.To == cell.To);

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
        foreach (var (phrases, kind) in _headings)
        {
            if (phrases.Occurs(words, 0, words.Count)) return kind;
        }

        return AnnexColumn.None;
    }

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
