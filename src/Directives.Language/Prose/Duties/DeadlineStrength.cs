using Directives.Language.Dates;

namespace Directives.Language.Prose;

/// <summary>How strongly the words around a date say that it is a deadline.</summary>
internal static class DeadlineStrength
{
    /// <summary>3: <c>trước ngày …</c>; 2: a stretch or a named end; 1: a plain day on which it is to be; 0: no deadline.</summary>
    public static int Of(DateMention mention, List<Word> before, List<Word> words, List<Word> after)
    {
        if (IsOfAPaper(before)) return 0;
        // `khai giảng`, `20/11` without `ngày` before it: a named day that a sentence is about, unless it is said to be the end.
        if (IsOccasion(before)) return 0;
        var isDay = words.Exists(word => char.IsAsciiDigit(word.Form[0])) && mention.Span is { From: { } first, To: { } last } && first == last;
        if (_bounds.IsAt(words, 0, words.Count) || EndsWith(before, _bounds)) return 3;
        if (_within.IsAt(words, 0, words.Count) || EndsWith(before, _within) || mention.Start is not null) return IsScope(words, after) ? 0 : 2;
        if (EndsWith(before, _dueVerbs)) return 2;
        if (before.Count == 0 && after.Count > 0 && after[0].Is(":")) return 2;
        return isDay && !EndsWith(before, _events) ? 1 : 0;
    }

    // `nhân ngày …`; in `nghệ nhân trước ngày …`, `bệnh nhân ngày …` the word is the end of another.
    private static bool IsOccasion(List<Word> before)
    {
        for (var i = Math.Max(0, before.Count - 6); i < before.Count; i++)
        {
            if ((_occasions.IsAt(before, i, before.Count) || i == before.Count - 1 && before[i].Is("nhân")) && !(i > 0 && _people.IsAt(before, i - 1, i + 1))) return true;
        }

        return false;
    }

    /// <summary><c>Công văn số 12/UBND-VX ngày 3/9/2026</c>, <c>ban hành ngày …</c></summary>
    public static bool IsOfAPaper(List<Word> before)
    {
        var count = before.Count;
        while (count > 0 && (before[count - 1].Is("ngày") || before[count - 1].Is("ký") || before[count - 1].Is(",") || before[count - 1].Is("hành") || before[count - 1].Is("ban"))) count--;
        if (count == 0) return false;
        var last = before[count - 1];
        if (last.Form.Contains('/', StringComparison.Ordinal) && last.IsCapital) return true;
        if (count < before.Count && (before[count].Is("ban") || before[count].Is("ký"))) return true;
        for (var i = Math.Max(0, count - 6); i < count; i++)
        {
            if (_papers.IsAt(before, i, count) && before.GetRange(i, count - i).Exists(word => word.Is("số") || word.Form.Contains('/', StringComparison.Ordinal) && word.IsCapital)) return true;
        }

        return false;
    }

    // `trong năm học 2026-2027` around a duty says what it is about; with `hoàn thành` it would be its end.
    private static bool IsScope(List<Word> words, List<Word> after) => after.Count > 0 && after[0].Is("của") && words.Count > 0;

    // `trong vòng 10 ngày kể từ ngày nhận được`: the document does not give the day it counts from.
    private static bool CountsFromUnknownEvent(List<Word> words, List<Word> after)
    {
        var at = _counting.Match(after, 0, after.Count);
        if (at > 0) return !_issuing.IsAt(after, at, after.Count);
        var inside = _counting.Find(words, 0, words.Count);
        if (IsBareLength(words)) return !_issuing.Occurs(after, 0, after.Count);
        return inside >= 0 && (_events.IsAt(words, inside + _counting.Match(words, inside, words.Count), words.Count) || _events.IsAt(after, 0, after.Count));
    }

    // `sau lễ khai giảng`: no day is set.
    private static bool IsAfterEvent(List<Word> words) => words.Count > 0 && words[0].Is("sau") && !words.Exists(word => char.IsAsciiDigit(word.Form[0]));

    // `trong ngày khai mạc 15/6/2026`, `trong Tháng Công nhân`: the time of something that is named after it, not this day or month.
    private static bool IsNamedTime(string part, DateMention mention, List<Word> words, List<Word> after)
    {
        if (words is not [var inside, var unit] || !inside.Is("trong") || after.Count == 0 || after[0].IsSign || after[0].Is("và")) return false;
        return unit.Is("ngày") || ((unit.IsCapital || _namedTimes.IsAt(after, 0, after.Count)) && mention.To < part.Length);
    }

    // `trong vòng 05 ngày làm việc`, with no day named that it runs from.
    private static bool IsBareLength(List<Word> words) => words.Exists(word => word.Is("vòng") || word.Is("thời")) && !words.Exists(word => word.Form.Contains('/', StringComparison.Ordinal))
        && !words.Exists(word => word.Is("tháng") && words.Exists(other => other.Is("năm")));

    /// <summary><c>kể từ ngày ký</c>: counted from the paper's own date.</summary>
    public static bool CountsFromIssue(List<Word> after) =>
        _counting.Match(after, 0, after.Count) is var counting and > 0 && _issuing.IsAt(after, counting, after.Count);

    /// <summary>Whether a time hangs on something whose day is not given.</summary>
    public static bool IsOfAnEvent(string part, DateMention mention, List<Word> words, List<Word> after) =>
        CountsFromUnknownEvent(words, after) || IsNamedTime(part, mention, words, after) || IsAfterEvent(words);

    private static bool EndsWith(List<Word> words, PhraseSet phrases)
    {
        for (var from = Math.Max(0, words.Count - 4); from < words.Count; from++)
        {
            if (from + phrases.Match(words, from, words.Count) == words.Count) return true;
        }

        return false;
    }

    private static readonly PhraseSet _bounds = new(
        """
        trước, trước ngày, chậm nhất, chậm nhất là, chậm nhất ngày, chậm nhất vào, muộn nhất, đến hết, đến hết ngày, hết ngày, đến ngày, hạn, hạn cuối, hạn chót, thời hạn
        xong trước, chậm nhất là ngày
        hoàn thành trước, chậm nhất trước, chậm nhất đến, hết, thời hạn hoàn thành, thời gian hoàn thành, không quá, thời hạn là, hạn nộp, hạn gửi, chậm nhất đến ngày
        chậm nhất đến hết, thời hạn gửi, thời hạn nộp, đến
        """);

    private static readonly PhraseSet _occasions = new("nhân dịp, nhân ngày, nhân tháng, nhân lễ, nhân kỷ niệm, mừng, kỷ niệm, lễ kỷ niệm");
    private static readonly PhraseSet _people = new("nghệ nhân, bệnh nhân, công nhân, nạn nhân, cá nhân, doanh nhân, quân nhân, thương nhân, nguyên nhân, pháp nhân, tư nhân, phạm nhân, danh nhân, thân nhân");
    private static readonly PhraseSet _namedTimes = new("lễ, hành động, cao điểm, thanh niên, công nhân, an toàn, vệ sinh, hội");
    private static readonly PhraseSet _within = new(
        """
        trong, trong vòng, trong tháng, trong quý, trong năm, trong tuần, ngay trong, trong thời gian, trong học kỳ, xong trong, hoàn thành trong, trong ngày
        """);
    private static readonly PhraseSet _dueVerbs = new(
        """
        hoàn thành, xong, hoàn thành vào, hoàn thành xong, thời gian, thời gian thực hiện, tiến độ, hoàn thành ngay, kết thúc, vào, báo cáo vào, thời gian :, hoàn thành :
        thời hạn :, tiến độ :, thực hiện :, hạn :, hoàn thành ngày, vào ngày, vào tháng, nộp ngày
        """);
    private static readonly PhraseSet _papers = new(
        """
        công văn, quyết định, kế hoạch, thông báo, chỉ thị, nghị quyết, kết luận, nghị định, thông tư, văn bản, hướng dẫn, chương trình, công điện, báo cáo, luật, tờ trình
        quy định, đề án
        """);
    private static readonly PhraseSet _counting = new("kể từ ngày, kể từ khi, kể từ, từ khi, từ ngày, sau khi, tính từ ngày, tính từ khi, kể từ thời điểm, sau ngày, trước khi, sau khi nhận");
    private static readonly PhraseSet _issuing = new("ký, ban hành, ký ban hành, ban hành kế hoạch này, thông báo này ban hành");
    private static readonly PhraseSet _events = new(
        """
        nhận, nhận được, có, kết thúc, phát sinh, hoàn thành, phê duyệt, được phê duyệt, ban hành quyết định, được giao, bàn giao, tiếp nhận, nghiệm thu, xảy ra, nghỉ
        """);
}
