namespace Directives.Language.Prose;

/// <summary>Whether a name goes on after a comma, a dash or <c>và</c>: <c>Phòng Văn hóa, Thể thao và Du lịch</c>, <c>các phòng, ban</c>.</summary>
internal sealed class NameJoints(IReadOnlyList<Word> words)
{
    private const int LongestField = 2;

    private static readonly PhraseSet _leads = new("chủ trì, có trách nhiệm, làm đầu mối, phối hợp");

    private readonly NameHead _heads = new(words);

    /// <summary>Where the name goes on after a sign, or the sign itself where it ends there.</summary>
    public int AfterSign(int i, int headAt, int end, bool isPerson, bool isGroup)
    {
        var next = i + 1;
        if (next >= end) return i;
        if (words[i].Is("-") || words[i].Is("–") || words[i].Is("—"))
        {
            return words[next].IsCapital || (Actors.Inner.Match(words, next, end) > 0) ? next : i;
        }

        if (!words[i].Is(",")) return i;
        if (NameWords.SecondHalves.IsAt(words, next, end)) return next;
        if (isPerson) return Actors.Posts.Match(words, next, end) > 0 ? next : i;
        if (char.IsAsciiDigit(words[next].Form[0]) && words[next].Form.Length <= 3 && char.IsAsciiDigit(words[i - 1].Form[0])) return next + 1;
        if (Triple(headAt, i, end) is { } triple) return triple;
        if (!isGroup && (IsFurtherField(i, end) || IsFurtherLevel(i, end))) return next;
        if (!isGroup && PastPlainField(next, end) is { } past) return past;
        return isGroup && GoesOnInGroup(next, headAt, end) ? next : i;
    }

    /// <summary><c>Phòng Quản lý thu - Sổ, thẻ</c>: a word before a dash and another capital is inside the name.</summary>
    public bool IsBeforeDash(int at, int end) => at + 1 < end && words[at].Form is "-" or "–" && words[at + 1].IsCapital;

    // `Phòng Thu - Sổ, thẻ chủ trì`: a word or two of the name, and then the verb that only a doer has.
    private int? PastPlainField(int next, int end)
    {
        for (var i = next; i < Math.Min(end, next + LongestField + 1); i++)
        {
            if (i > next && _leads.IsAt(words, i, end)) return i;
            if (words[i].IsSign || words[i].IsCapital || Verbs.Length(words, i, end) > 0 || _heads.Length(i, end) > 0) return null;
        }

        return null;
    }

    // `Văn hóa, Thể thao và Du lịch` is the name of one office.
    private int? Triple(int headAt, int comma, int end)
    {
        var start = headAt;
        while (start < comma && Actors.Fields.Match(words, start, comma) == 0) start++;
        if (start == comma || start + Actors.Fields.Match(words, start, comma) != comma || !words[start].IsCapital) return null;
        var second = Actors.Fields.Match(words, comma + 1, end);
        var and = comma + 1 + second;
        return second > 0 && words[comma + 1].IsCapital && and < end && words[and].Is("và") && and + 1 < end && words[and + 1].IsCapital
            && Actors.Fields.Match(words, and + 1, end) > 0 ? comma + 1 : null;
    }

    private bool GoesOnInGroup(int next, int headAt, int end)
    {
        // `UBND các huyện, thành phố và doanh nghiệp …`: under a council only places go on.
        if (NameWords.Councils.IsAt(words, headAt, end) && _heads.PlainLength(next, end) > 0 && !NameWords.Places.IsAt(words, next, end)) return false;
        if (Actors.Stages.Match(words, next, end) is var stage && stage > 0)
        {
            // `các trường mầm non, tiểu học`, but `…, THCS Hoa Sen` is a school of its own.
            return next + stage >= end || !words[next + stage].IsCapital;
        }

        if (Actors.Plurals.Match(words, next, end) > 0) return false;
        var weak = Actors.Weak.Match(words, next, end);
        var strong = Actors.Strong.Match(words, next, end);
        if (weak == 0 && strong == 0 && words[next].IsCapital) return true;
        if (NameWords.KindsOfMembers.Match(words, next, end) is var kind and > 0 && kind >= strong && kind >= weak)
        {
            // `Chi bộ các xóm, Đảng ủy các xã`: a kind with a plural of its own is another group.
            return next + kind >= end || !words[next + kind].IsCapital && (!words[next + kind].Is("các") || headAt > 0 && Actors.Plurals.IsAt(words, headAt - 1, headAt));
        }

        if (weak == 0 || strong > weak) return Actors.Inner.Match(words, next, end) > 0 && strong == 0 && Verbs.Length(words, next, end) == 0;
        if (Verbs.ActionLength(words, next, end) > 0 && !_heads.IsNounHere(next, end)) return false;
        var after = next + weak;
        return after >= end || !words[after].IsCapital || Actors.Stages.Match(words, after, end) > 0;
    }

    public bool GoesOnAfterAnd(int next, int headAt, int end, bool isGroup)
    {
        if (next >= end) return false;
        if (isGroup) return GoesOnInGroup(next, headAt, end);
        if (IsJointOffice(next, headAt, end) || IsPrevention(next, end)) return true;
        if (_heads.Length(next, end) > 0 && !IsField(headAt, next, end) && !IsFieldOfPeople(headAt, next, end)) return false;
        if (Actors.Plurals.Match(words, next, end) > 0) return false;
        var verb = Verbs.Length(words, next, end);
        return words[next].IsCapital || NameWords.Compounds.Match(words, next, end) > verb || verb == 0 && Actors.Inner.IsAt(words, next, end);
    }

    // `Phòng An ninh mạng và phòng, chống tội phạm …`: no other office, but what this one is for.
    private bool IsPrevention(int next, int end) => next + 2 < end && words[next].Is("phòng") && words[next + 1].Is(",") && words[next + 2].Is("chống");

    // `Văn phòng HĐND và UBND phường`: one office serves both.
    private bool IsJointOffice(int next, int headAt, int end)
    {
        var office = NameWords.Offices.Match(words, headAt, end);
        var first = office > 0 ? NameWords.Assemblies.Match(words, headAt + office, end) : 0;
        return first > 0 && headAt + office + first == next - 1 && NameWords.Assemblies.IsAt(words, next, end);
    }

    // `Phòng Giáo dục và Đào tạo`: what follows is a field of work, not another body.
    private bool IsField(int headAt, int next, int end) => Actors.Weak.Match(words, headAt, end) > 0 && Actors.Fields.Match(words, next, end) > 0;

    // `Cục Nhà giáo và Cán bộ quản lý giáo dục`: with a capital inside a name people are a field of work too.
    private bool IsFieldOfPeople(int headAt, int next, int end) =>
        words[next].IsCapital && NameWords.People.IsAt(words, next, end) && !NameWords.People.IsAt(words, headAt, end) && !Actors.Posts.IsAt(words, headAt, end);

    // `Phòng Tài chính, kế hoạch`: a plain field after a field, with the end of the name or a verb behind it.
    private bool IsFurtherField(int comma, int end)
    {
        var next = comma + 1;
        var field = Math.Max(Actors.Fields.Match(words, next, end), NameWords.Compounds.Match(words, next, end));
        if (field == 0 || words[next].IsCapital || _heads.Length(next, end) > 0 || Verbs.Length(words, next, end) > 0 || !EndsWithField(comma)) return false;
        var after = next + field;
        return after >= end || words[after].IsSign || words[after].Is("và") || NameWords.Places.IsAt(words, after, end) || Verbs.Length(words, after, end) > 0;
    }

    private bool EndsWithField(int at)
    {
        for (var from = Math.Max(0, at - 4); from < at; from++)
        {
            if (from + Math.Max(Actors.Fields.Match(words, from, at), NameWords.Compounds.Match(words, from, at)) == at) return true;
        }

        return false;
    }

    // `Công an tỉnh, thành phố`: one kind of body at two levels, neither of them named.
    private bool IsFurtherLevel(int comma, int end)
    {
        var level = NameWords.Places.Match(words, comma + 1, end);
        var after = comma + 1 + level;
        return level > 0 && (NameWords.Places.IsAt(words, comma - 1, comma) || comma >= 2 && NameWords.Places.Match(words, comma - 2, comma) == 2)
            && (after >= end || words[after].IsSign || words[after].Is("và") || words[after].Is("trực") || Verbs.Length(words, after, end) > 0);
    }
}
