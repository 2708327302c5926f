namespace Directives.Language.Prose;

internal enum FieldKind
{
    Lead,
    Coordinating,
    Due,
    Other,
}

/// <summary>A line that gives one particular of the duty over it: <c>Đơn vị chủ trì: …</c>, <c>Thời hạn: …</c>, <c>Sản phẩm: …</c>.</summary>
internal readonly record struct FieldLine(FieldKind Kind, int ValueFrom, int To)
{
    private const int LongestLabel = 7;

    public static FieldLine? Read(string text, int from, int to)
    {
        var words = Word.Split(text, from, Math.Min(to, from + 80));
        var colon = words.FindIndex(word => word.Is(":"));
        if (colon is <= 0 or > LongestLabel) return null;
        var kind = KindOf(words, colon);
        return kind is { } known ? new FieldLine(known, words[colon].To, to) : null;
    }

    public static FieldKind? KindOf(IReadOnlyList<Word> words, int end)
    {
        if (_due.IsAt(words, 0, end)) return FieldKind.Due;
        if (_coordinating.IsAt(words, 0, end)) return FieldKind.Coordinating;
        if (_lead.IsAt(words, 0, end)) return FieldKind.Lead;
        return _other.Match(words, 0, end) is var length && length > 0 && length >= end - 2 ? FieldKind.Other : null;
    }

    private static readonly PhraseSet _due = new("thời gian, thời hạn, tiến độ, hạn, hoàn thành, hạn hoàn thành, thời điểm");
    private static readonly PhraseSet _coordinating = new("phối hợp, đơn vị phối hợp, cơ quan phối hợp, bộ phận phối hợp, phối hợp thực hiện");
    private static readonly PhraseSet _lead = new(
        """
        chủ trì, đơn vị chủ trì, cơ quan chủ trì, đơn vị thực hiện, cơ quan thực hiện, người thực hiện, phân công, phụ trách, người phụ trách, đơn vị phụ trách, bộ phận chủ trì
        bộ phận thực hiện, thực hiện, đầu mối
        """);
    private static readonly PhraseSet _other = new(
        """
        sản phẩm, kết quả, kinh phí, địa điểm, hình thức, đối tượng, thành phần, ghi chú, số lượng, yêu cầu, sản phẩm đầu ra, kết quả đạt được, lãnh đạo phụ trách, mục tiêu
        """);
}
