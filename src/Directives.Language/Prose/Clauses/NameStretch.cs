namespace Directives.Language.Prose;

/// <summary>Goes on with a name over words that no lexicon has, where something behind them shows that they belong to it.</summary>
internal sealed class NameStretch(IReadOnlyList<Word> words)
{
    private const int LongestRun = 5;

    private const int LongestQualifier = 8;

    private readonly NameHead _heads = new(words);

    /// <summary>
    /// Over what a body is for (<c>Hội đồng bồi thường, hỗ trợ và tái định cư phường</c>, <c>tổ kiểm tra</c>), though the words are verbs:
    /// behind them the name ends, a place follows, or the verb does. In <c>tổ kiểm tra hồ sơ</c> the team does it.
    /// </summary>
    public int PastPurpose(int headAt, int at, int end)
    {
        if (NameWords.NamedByPurpose.Match(words, headAt, end) != at - headAt || at >= end) return at;
        var i = at + PurposeAt(at, end);
        while (i > at && i + 1 < end && (words[i].Is(",") || words[i].Is("và") || words[i].Is("-")) && PurposeAt(i + 1, end) is var further and > 0) i += 1 + further;
        return i > at && (IsBoundary(i, end) || Actors.Inner.IsAt(words, i, end)) ? i : at;
    }

    // What is done, and to what: `bồi thường`, `thẩm định dự toán`.
    private int PurposeAt(int at, int end)
    {
        var verb = words[at].IsCapital ? 0 : NameWords.Purposes.Match(words, at, end);
        return verb == 0 ? 0 : verb + Math.Max(NameWords.Compounds.Match(words, at + verb, end), Actors.Fields.Match(words, at + verb, end));
    }

    /// <summary>Over unknown words to the place or number that the name ends with: <c>Đội Quản lý thị trường số 9</c>.</summary>
    public int ToAnchor(int headAt, int start, int at, int end)
    {
        if (at == start && !NameWords.NamedByPurpose.Occurs(words, headAt, headAt + 1) || IsClosed(start, at) || EndsWithProperName(start, at)) return at;
        for (var i = at; i < Math.Min(end, at + LongestRun + 1); i++)
        {
            var word = words[i];
            if (word.IsSign || Actors.Plurals.IsAt(words, i, end)) return at;
            if (i > at && NameWords.Places.Match(words, i, end) is var place and > 0 && (IsBoundary(i + place, end) || words[i + place].IsCapital)) return i;
            if (i > at && i <= at + 2 && NameWords.Compounds.Match(words, i, end) + Actors.Fields.Match(words, i, end) > 0 && FollowsCapitalVerb(at)) return i;
            if (i > at && word.Is("số") && i + 1 < end && char.IsAsciiDigit(words[i + 1].Form[0]) && words[i + 1].Form.Length <= 2) return i;
            if (word.IsCapital) return i > at && !NameWords.Things.IsAt(words, i, end) && _heads.Length(i, end) == 0 ? i : at;
            if (NameWords.NeverInNames.IsAt(words, i, end) || Verbs.Length(words, i, end) > 0 || char.IsAsciiDigit(word.Form[0])) return at;
        }

        return at;
    }

    /// <summary>Over an aim in plain words, with the verb or a colon right behind it: <c>Ban Hỗ trợ phụ nữ phát triển kinh tế ký …</c></summary>
    public int PastAim(int at, int end)
    {
        var verb = NameWords.Aims.Match(words, at, end);
        var field = verb > 0 ? Math.Max(NameWords.Compounds.Match(words, at + verb, end), Actors.Fields.Match(words, at + verb, end)) : 0;
        var after = at + verb + field;
        return field > 0 && (after >= end || words[after].Is(":") || Verbs.Length(words, after, end) > 0) ? after : at;
    }

    /// <summary>Over what a verb with a capital is about, though it is a verb too, with the verb of the sentence behind it: <c>Phòng Quản lý đào tạo rà soát …</c></summary>
    public int PastObject(int at, int end)
    {
        if (at < 2 || !words[at - 2].IsCapital || words[at - 1].IsCapital || words[at].IsCapital || Verbs.ActionLength(words, at - 2, at) != 2) return at;
        var field = Math.Max(Actors.Fields.Match(words, at, end), NameWords.Compounds.Match(words, at, end));
        return field > 0 && Verbs.Length(words, at + field, end) > 0 ? at + field : at;
    }

    /// <summary>Over what a group of businesses does for a living, with the verb behind it: <c>các doanh nghiệp khai thác khoáng sản hoàn thổ …</c></summary>
    public int PastTrade(int at, int end)
    {
        var trade = NameWords.Businesses.IsAt(words, Math.Max(0, at - 2), at) || NameWords.Businesses.IsAt(words, at - 1, at) ? NameWords.Trades.Match(words, at, end) : 0;
        var after = at + trade + (trade > 0 ? NameWords.Compounds.Match(words, at + trade, end) : 0);
        return trade > 0 && after < end && Verbs.Length(words, after, end) > 0 ? after : at;
    }

    /// <summary>Over what a group has, to the verb of the sentence: <c>UBND các xã có dự án đi qua niêm yết …</c></summary>
    public int PastQualifier(int at, int end)
    {
        if (!words[at].Is("có") || Verbs.Length(words, at, end) > 0) return at;
        for (var i = at + 2; i < Math.Min(end, at + LongestQualifier) && !words[i].IsSign; i++)
        {
            if (words[i].Is("cho") || Actors.Plurals.IsAt(words, i, end) || Verbs.Modals.IsAt(words, i, end) || Verbs.ActionLength(words, i, end) > 1) return i;
        }

        return at;
    }

    /// <summary>Whether <c>phụ trách</c> goes on with a post (<c>Phó Chủ tịch phụ trách kinh tế</c>) and is no verb (<c>Chi đoàn phụ trách trang trí</c>).</summary>
    public bool IsCharge(int headAt, int at, int end, bool isPersonOrGroup)
    {
        if (!words[at].Is("phụ") || at + 1 >= end || !words[at + 1].Is("trách")) return false;
        if (isPersonOrGroup || NameWords.Charged.IsAt(words, headAt, end)) return true;
        for (var i = headAt; i < at; i++)
        {
            if (Actors.Posts.IsAt(words, i, at)) return true;
        }

        return false;
    }

    /// <summary>Over what a post is in charge of, and before it the words for that: <c>Phó Hiệu trưởng phụ trách nuôi dưỡng</c>.</summary>
    public int PastCharge(int start, int at, int end)
    {
        if (at - 2 < start || !words[at - 2].Is("phụ") || !words[at - 1].Is("trách") || words[at].IsSign) return at;
        return at + Math.Max(NameWords.Purposes.Match(words, at, end), Math.Max(NameWords.Compounds.Match(words, at, end), Actors.Fields.Match(words, at, end)));
    }

    /// <summary>Whether a name has come to the place that ends it (<c>Công an tỉnh</c>, <c>UBND xã Hoa Lư</c>): words after it are no more of it.</summary>
    public bool IsClosed(int start, int at)
    {
        var i = at;
        while (i > start && words[i - 1].IsCapital) i--;
        return i > start && (NameWords.Places.IsAt(words, i - 1, i) || i - 2 >= start && NameWords.Places.Match(words, i - 2, i) == 2);
    }

    // `Trung tâm Ứng dụng tiến bộ khoa học`: a verb with a capital wants what it is about.
    private bool FollowsCapitalVerb(int at) =>
        at >= 2 && words[at - 2].IsCapital && !words[at - 1].IsCapital && Verbs.ActionLength(words, at - 2, at) == 2 && !Actors.Fields.IsAt(words, at - 2, at);

    // `Công ty Thủy lợi Lâm Sơn`: two capitals in a row are the name of a place or person, and the verb follows.
    private bool EndsWithProperName(int start, int at) => at - 2 >= start && words[at - 1].IsCapital && words[at - 2].IsCapital && !words[at - 1].IsAllCaps;

    /// <summary>Whether a bare place stands at a word and the name ends with it: <c>Viện Quy hoạch xây dựng thành phố</c>.</summary>
    public bool EndsWithPlace(int at, int end) => NameWords.Places.Match(words, at, end) is var place and > 0 && IsBoundary(at + place, end);

    private bool IsBoundary(int at, int end) => at >= end || words[at].IsSign || words[at].Is("và") || Verbs.Length(words, at, end) > 0;
}
