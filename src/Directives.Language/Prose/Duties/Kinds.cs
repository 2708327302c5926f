namespace Directives.Language.Prose;

/// <summary>Tells the kind of a duty by its rhythm and date, or else by its verb.</summary>
internal static class Kinds
{
    public static TaskKind Of(IReadOnlyList<Word> words, int predicate, int end, Due due, bool isTarget)
    {
        if (isTarget) return TaskKind.Target;
        if (due.Recurrence is not null) return TaskKind.Recurring;
        if (due.Deadline is not null) return TaskKind.OneOff;
        if (_rhythms.Find(words, 0, end) is var rhythm and >= 0 && !Rhythms.IsOfAThing(words, rhythm)) return TaskKind.Recurring;
        if (IsAlways(words, end) || due.Start is not null && IsLasting(words, Math.Max(predicate, 0), end)) return TaskKind.Ongoing;
        if (predicate > 0 && words[predicate].Is("phải") && new ActorReader(words).ReadList(0, end) is null) return TaskKind.Ongoing;
        return IsOngoing(words, Math.Max(predicate, 0), end) ? TaskKind.Ongoing : TaskKind.OneOff;
    }

    // `Thường trực Quận ủy`: with a capital it is a body.
    private static bool IsAlways(IReadOnlyList<Word> words, int end)
    {
        for (var i = _always.Find(words, 0, end); i >= 0; i = _always.Find(words, i + 1, end))
        {
            if (!words[i + 1].Is("trực") || !words[i].IsCapital && (i + 2 >= end || new ActorReader(words).ReadName(i, end, out _) <= 2)) return true;
        }

        return false;
    }

    // `Từ năm học 2026-2027, áp dụng …`: what begins and has no end goes on; `chuẩn bị … để dạy từ năm học tới` is done by then.
    private static bool IsLasting(IReadOnlyList<Word> words, int at, int end) =>
        _since.IsAt(words, 0, end) || _lasting.IsAt(words, MainVerb.Find(words, at, end), end);

    private static bool IsOngoing(IReadOnlyList<Word> words, int at, int end)
    {
        var i = MainVerb.Find(words, at, end);

        // Advising on a thing ends or goes on as the thing does.
        if (i + 1 < end && words[i].Is("tham") && words[i + 1].Is("mưu"))
        {
            i += 2;
            if (i < end && words[i].Is("cho")) i++;
            if (new ActorReader(words).ReadList(i, end) is { } advised) i = advised.End;
        }

        var ongoing = Verbs.Ongoing.Match(words, i, end);
        return ongoing > 0 && ongoing >= Verbs.Ending.Match(words, i, end) || _negations.IsAt(words, i, end);
    }

    private static readonly PhraseSet _rhythms = new(
        """
        hằng đêm, hàng đêm, mỗi đêm, hằng tối, định kỳ, định kì, hằng ngày, hàng ngày, hằng tuần, hàng tuần, hằng tháng, hàng tháng, hằng quý, hàng quý, hằng năm, hàng năm
        thường kỳ
        """);
    private static readonly PhraseSet _always = new("thường xuyên, liên tục, trong quá trình, trong suốt, suốt năm học, thường trực, khi phát sinh, bất cứ khi nào");
    private static readonly PhraseSet _since = new("từ, kể từ, bắt đầu từ");
    private static readonly PhraseSet _lasting = new("áp dụng, thực hiện, vận hành, triển khai, sử dụng, trực, mở cửa, thu, không thu, chuyển sang");
    private static readonly PhraseSet _negations = new("không, không được, tuyệt đối không, nghiêm cấm");
}
