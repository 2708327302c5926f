namespace Directives.Language.Prose;

/// <summary>Tells the kind of a duty by its rhythm and date, or else by its verb.</summary>
internal static class Kinds
{
    public static TaskKind Of(IReadOnlyList<Word> words, int predicate, int end, Due due, bool isTarget)
    {
        if (isTarget) return TaskKind.Target;
        if (due.Recurrence is not null) return TaskKind.Recurring;
        if (due.Deadline is not null) return TaskKind.OneOff;
        if (_rhythms.Occurs(words, 0, end)) return TaskKind.Recurring;
        if (_always.Occurs(words, 0, end)) return TaskKind.Ongoing;
        return IsOngoing(words, Math.Max(predicate, 0), end) ? TaskKind.Ongoing : TaskKind.OneOff;
    }

    private static bool IsOngoing(IReadOnlyList<Word> words, int at, int end)
    {
        var i = at;
        while (i < end)
        {
            if (_weak.Match(words, i, end) is var weak && weak > 0) i += weak;
            else if (words[i].Is("phối") && i + 1 < end && words[i + 1].Is("hợp"))
            {
                i += 2;
                if (i < end && (words[i].Is("với") || words[i].Is("cùng"))) i++;
                if (new ActorReader(words).ReadList(i, end) is { } helpers) i = helpers.End;
            }
            else if (words[i].IsSign) i++;
            else break;
        }

        var ongoing = Verbs.Ongoing.Match(words, i, end);
        return ongoing > 0 && ongoing >= Verbs.Ending.Match(words, i, end) || _negations.IsAt(words, i, end);
    }

    private static readonly PhraseSet _rhythms = new("định kỳ, định kì, hằng ngày, hàng ngày, hằng tuần, hàng tuần, hằng tháng, hàng tháng, hằng quý, hàng quý, hằng năm, hàng năm, thường kỳ");
    private static readonly PhraseSet _always = new("thường xuyên, liên tục, trong quá trình, trong suốt, suốt năm học, thường trực, khi phát sinh, bất cứ khi nào");
    private static readonly PhraseSet _negations = new("không, không được, tuyệt đối không, nghiêm cấm");
    private static readonly PhraseSet _weak = new(
        """
        chủ trì, cần, phải, cần phải, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, khẩn trương, chỉ đạo, lãnh đạo, việc, trực tiếp, là đơn vị chủ trì, là cơ quan chủ trì, tham mưu, và, công tác
        là đơn vị đầu mối, là cơ quan đầu mối, làm đầu mối, chịu trách nhiệm chính, căn cứ, nhanh chóng, sớm
        """);
}
