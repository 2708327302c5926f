namespace Directives.Language.Prose;

/// <summary>The name of a doer in the text.</summary>
internal readonly record struct ActorName(int From, int To, bool IsGroup);

/// <summary>Names in enumeration, and the index of the word after them.</summary>
internal sealed record ActorList(IReadOnlyList<ActorName> Names, int End);

/// <summary>
/// Reads names of offices, schools, posts and groups where they stand. A name begins with a noun for a kind of body and goes on through
/// proper nouns and through the common nouns that bodies are named with; it ends before the verb.
/// </summary>
internal sealed class ActorReader(IReadOnlyList<Word> words)
{
    private const int LongestName = 40;
    private const int LongestUnknown = 8;

    /// <summary>The enumeration of names that begins at a word, or null.</summary>
    public ActorList? ReadList(int at, int end)
    {
        var names = new List<ActorName>();
        var i = at;
        while (true)
        {
            var previous = names.Count > 0;
            var length = ReadName(i, end, out var isGroup);
            if (length == 0 && previous) length = ReadEllipsis(i, end);
            if (length == 0) break;
            names.Add(new ActorName(words[i].From, words[i + length - 1].To, isGroup));
            i += length;
            var parenthesis = SkipParenthesis(i, end);
            var next = SkipJoint(parenthesis, end);
            if (next == parenthesis || (ReadName(next, end, out _) == 0 && ReadEllipsis(next, end) == 0)) return new(names, parenthesis);
            i = next;
        }

        return names.Count > 0 ? new(names, i) : null;
    }

    /// <summary>How many words from one on make a name, or 0.</summary>
    public int ReadName(int at, int end, out bool isGroup)
    {
        isGroup = false;
        if (at >= end || words[at].IsSign) return 0;
        var i = at;
        var plural = Actors.Plurals.Match(words, i, end);
        var bare = plural > 0 && words[at + plural - 1].Is("cán bộ");
        isGroup = plural > 0;
        i += bare ? 0 : plural;
        var head = plural > 0 && IsPartyBranches(i, end) ? 4 : HeadLength(i, end);
        if (head == 0) return 0;
        var isPerson = Actors.Persons.Match(words, i, end) == head && !isGroup;
        var stop = Math.Min(end, at + LongestName);
        i = ReadRest(i, i + head, stop, isPerson, ref isGroup);
        return IsComplete(at + plural, head, i, isGroup) ? i - at : 0;
    }

    /// <summary>Length of a noun for a kind of body at a word, where no longer verb stands there.</summary>
    public int HeadLength(int at, int end)
    {
        var head = Math.Max(Math.Max(Actors.Strong.Match(words, at, end), Actors.Weak.Match(words, at, end)), NamedByPlace(at, end));
        if (words[at].Is("tổ") && at + 1 < end && words[at + 1].Is("chức")) return IsNounHere(at, end) ? head : 0;
        if (head == 0 && words[at].Is("bảo") && at + 1 < end && words[at + 1].Is("vệ") && Verbs.ActionLength(words, at + 2, end) > 0) return 2;
        if (head > 0 && _notBodies.Match(words, at, end) >= head) return 0;
        return head > 0 && !words[at].IsCapital && Verbs.ActionLength(words, at, end) is var verb && verb >= head && !IsNounHere(at, end) ? 0 : head;
    }

    // `THCS Hoa Sen`, `MN Sao Mai`: a stage of school stands for `trường` where a name follows it; so does `Báo` for a newspaper.
    private int NamedByPlace(int at, int end)
    {
        var stage = words[at].IsCapital ? Math.Max(Actors.Stages.Match(words, at, end), words[at].Is("báo") ? 1 : 0) : 0;
        return stage > 0 && at + stage < end && words[at + stage].IsCapital ? stage : 0;
    }

    /// <summary>
    /// A name of a kind that the lexicon lacks, after a word of order: capitals and what stands between them and the verb. Null where no
    /// verb follows.
    /// </summary>
    public ActorList? ReadUnknown(int at, int end)
    {
        if (at >= end || !words[at].IsCapital || words[at].IsSign) return null;
        var i = at + 1;
        while (i < Math.Min(end, at + LongestUnknown) && (words[i].IsCapital || !Verbs.Begins(words, i, end)) && (!words[i].IsSign || IsInnerSign(i, end))) i++;
        var ends = i < end && (Verbs.Begins(words, i, end) || words[i].Is(":"));
        return ends ? new([new ActorName(words[at].From, words[i - 1].To, false)], i) : null;
    }

    private bool IsInnerSign(int i, int end) => words[i].Form[0] is '-' or '–' && i + 1 < end && words[i + 1].IsCapital;

    private int ReadRest(int headAt, int i, int end, bool isPerson, ref bool isGroup)
    {
        var wantsComplement = i - headAt == 1 && Actors.Strong.Match(words, headAt, end) == 0 && (_bareNames.Match(words, headAt, end) == 0 || IsTeamOf(headAt, end));
        var start = i;
        while (i < end)
        {
            var word = words[i];
            if (word.IsSign)
            {
                var after = AfterSign(i, headAt, end, isPerson, isGroup);
                if (after == i) break;
                i = after;
                continue;
            }

            // `thầy Tuấn phụ trách đội tuyển`: after a person's name that is the verb, after a post it goes on with it.
            if (isPerson && word.Is("phụ") && i > start && !NamesPost(start, i)) break;
            var inner = Math.Max(Actors.Inner.Match(words, i, end), Math.Max(Actors.Weak.Match(words, i, end), Actors.Fields.Match(words, i, end)));
            var verb = word.IsCapital ? 0 : Verbs.Length(words, i, end);
            if (Actors.Plurals.Match(words, i, end) > 0 && !word.IsCapital) isGroup = true;
            if (verb > 0 && verb >= inner && !IsNounHere(i, end) && !(wantsComplement && i == start && !isGroup && !Verbs.Modals.IsAt(words, i, end)))
            {
                break;
            }

            if (word.Is("và") || word.Is("với"))
            {
                if (!word.Is("và") || !GoesOnAfterAnd(i + 1, headAt, end, isGroup)) break;
                i++;
            }
            else if (word.IsCapital) i += Math.Max(1, Math.Max(Actors.Fields.Match(words, i, end), Actors.Strong.Match(words, i, end)));
            else if (inner > 0) i += inner;
            else if (isGroup && words[i - 1].IsSign && _kindsOfMembers.Match(words, i, end) is var kind and > 0) i += kind;
            else if (verb > 0) i += verb;
            else if (word.Is("số") && i + 1 < end && words[i + 1].Form is [>= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9']) i += 2;
            else if (IsNumeral(i) || IsClassOfGroup(headAt, i)) i++;
            else if (IsSecondSyllable(i)) i++;
            else break;
        }

        return TrimTail(start, i);
    }

    // `tổ bảo vệ`, `tổ giúp việc`: what a team is for; in `tổ kiểm tra hồ sơ` the team does it.
    private bool IsTeamOf(int headAt, int end)
    {
        var purpose = words[headAt].Is("tổ") ? _purposes.Match(words, headAt + 1, end) : 0;
        var after = headAt + 1 + purpose;
        return purpose > 0 && (after >= end || words[after].IsSign || words[after].Is("và") || Verbs.Length(words, after, end) > 0);
    }

    private bool NamesPost(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Actors.Posts.IsAt(words, i, to)) return true;
        }

        return false;
    }

    // `các chi, đảng bộ`: one kind of body in two words.
    private bool IsPartyBranches(int i, int end) => i + 3 < end && words[i].Is("chi") && words[i + 1].Is(",") && words[i + 2].Is("đảng") && words[i + 3].Is("bộ");

    // A name never ends with a joint or with a word that only leads on.
    private int TrimTail(int start, int i)
    {
        if (i - 2 >= start && i < words.Count && words[i].Is(",") && words[i - 2].Is("phụ") && words[i - 1].Is("trách")) i -= 2;
        while (i > start && (words[i - 1].IsSign && !words[i - 1].Is(")") || words[i - 1].Is("và") || words[i - 1].Is("của") || words[i - 1].Is("các"))) i--;
        return i;
    }

    // `khối 4`, `lớp 9A`, `Tổ 3`
    private bool IsNumeral(int i) => char.IsAsciiDigit(words[i].Form[0]) && words[i].Form.Length <= 3 && (_numbered.IsAt(words, i - 1, i) || (i >= 2 && _numbered.Match(words, i - 2, i) == 2))
        && !(i + 1 < words.Count && (words[i + 1].Form.StartsWith("lần", StringComparison.Ordinal) || words[i + 1].Is("ngày") || words[i + 1].Is("tháng")));

    // `nhóm Ngữ văn 10`
    private bool IsClassOfGroup(int headAt, int i) => (words[headAt].Is("nhóm") || words[headAt].Is("tổ")) && i > headAt + 1 && !words[i - 1].IsSign
        && int.TryParse(words[i].Form, System.Globalization.CultureInfo.InvariantCulture, out var grade) && grade is > 0 and <= 12;

    // `Nội vụ`, `Tài chính`: the first syllable has the capital, the second follows it. `Hoa Sen` is complete as it stands.
    private bool IsSecondSyllable(int i) =>
        words[i - 1].IsCapital && !words[i - 1].IsAllCaps && words[i].Form.Length <= 7 && !char.IsDigit(words[i].Form[0])
        && !(i >= 2 && words[i - 2].IsCapital && !words[i - 2].IsAllCaps && Actors.Weak.Match(words, i - 2, i) == 0 && !HeadEnds(i - 1))
        && !_neverInNames.IsAt(words, i, words.Count);

    private bool HeadEnds(int at)
    {
        for (var from = Math.Max(0, at - 3); from < at; from++)
        {
            if (from + Actors.Strong.Match(words, from, at) == at) return true;
        }

        return false;
    }

    private int AfterSign(int i, int headAt, int end, bool isPerson, bool isGroup)
    {
        var next = i + 1;
        if (next >= end) return i;
        if (words[i].Is("-") || words[i].Is("–") || words[i].Is("—"))
        {
            return words[next].IsCapital || (Actors.Inner.Match(words, next, end) > 0) ? next : i;
        }

        if (!words[i].Is(",")) return i;
        if (isPerson) return Actors.Posts.Match(words, next, end) > 0 ? next : i;
        if (char.IsAsciiDigit(words[next].Form[0]) && words[next].Form.Length <= 3 && char.IsAsciiDigit(words[i - 1].Form[0])) return next + 1;
        if (Triple(headAt, i, end) is { } triple) return triple;
        return isGroup && GoesOnInGroup(next, headAt, end) ? next : i;
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
        if (_councils.IsAt(words, headAt, end) && HeadLengthPlain(next, end) > 0 && !_places.IsAt(words, next, end)) return false;
        if (Actors.Stages.Match(words, next, end) is var stage && stage > 0)
        {
            // `các trường mầm non, tiểu học`, but `…, THCS Hoa Sen` is a school of its own.
            return next + stage >= end || !words[next + stage].IsCapital;
        }

        if (Actors.Plurals.Match(words, next, end) > 0) return false;
        var weak = Actors.Weak.Match(words, next, end);
        var strong = Actors.Strong.Match(words, next, end);
        if (weak == 0 && strong == 0 && words[next].IsCapital) return true;
        if (strong >= weak && _kindsOfMembers.Match(words, next, end) == strong) return next + strong >= end || !words[next + strong].IsCapital;
        if (weak == 0 || strong > weak) return Actors.Inner.Match(words, next, end) > 0 && strong == 0 && Verbs.Length(words, next, end) == 0;
        if (Verbs.ActionLength(words, next, end) > 0 && !IsNounHere(next, end)) return false;
        var after = next + weak;
        return after >= end || !words[after].IsCapital || Actors.Stages.Match(words, after, end) > 0;
    }

    private bool GoesOnAfterAnd(int next, int headAt, int end, bool isGroup)
    {
        if (next >= end) return false;
        if (isGroup) return GoesOnInGroup(next, headAt, end);
        if (IsJointOffice(next, headAt, end)) return true;
        if (HeadLength(next, end) > 0 && !IsField(headAt, next, end)) return false;
        if (Actors.Plurals.Match(words, next, end) > 0) return false;
        return words[next].IsCapital || (Actors.Inner.Match(words, next, end) > 0 && Verbs.Length(words, next, end) == 0);
    }

    // `Văn phòng HĐND và UBND phường`: one office serves both.
    private bool IsJointOffice(int next, int headAt, int end)
    {
        var office = _offices.Match(words, headAt, end);
        var first = office > 0 ? _assemblies.Match(words, headAt + office, end) : 0;
        return first > 0 && headAt + office + first == next - 1 && _assemblies.IsAt(words, next, end);
    }

    // `Phòng Giáo dục và Đào tạo`: what follows is a field of work, not another body.
    private bool IsField(int headAt, int next, int end) => Actors.Weak.Match(words, headAt, end) > 0 && Actors.Fields.Match(words, next, end) > 0;

    /// <summary>Whether <c>tổ chức</c> or <c>lãnh đạo</c>, which are verbs too, stand for bodies or people here.</summary>
    private bool IsNounHere(int at, int end)
    {
        if (words[at].Is("tổ") && at + 1 < end && words[at + 1].Is("chức"))
        {
            return at + 2 < end && (words[at + 2].Is(",") || words[at + 2].Is("và") || _afterNoun.IsAt(words, at + 2, end));
        }

        return words[at].Is("lãnh") && at + 2 < end
            && (HeadLengthPlain(at + 2, end) > 0 || words[at + 2].Is("các") || words[at + 2].Is("quận") || words[at + 2].Is("phường"));
    }

    private int HeadLengthPlain(int at, int end) => Math.Max(Actors.Strong.Match(words, at, end), Actors.Weak.Match(words, at, end));

    // A bare `phòng`, `ban`, `tổ`, `đội` names nothing; a bare `trường` or `nhà trường` does, and so does a group.
    private bool IsComplete(int nameAt, int head, int i, bool isGroup)
    {
        if (isGroup || i > nameAt + head) return true;
        return Actors.Strong.Match(words, nameAt, i) == head || words[nameAt].Is("bảo") || _bareNames.Match(words, nameAt, i) == head;
    }

    // After `các phòng Nội vụ`, plain `Y tế` names an office too.
    private int ReadEllipsis(int at, int end)
    {
        if (at >= end || !words[at].IsCapital || words[at].IsSign) return 0;
        var i = at + 1;
        while (i < end && !words[i].IsSign && (words[i].IsCapital || (IsSecondSyllable(i) && Verbs.Length(words, i, end) == 0) || Actors.Inner.Match(words, i, end) > 0 && Verbs.Length(words, i, end) == 0)
            || i + 1 < end && (words[i].Is("-") || words[i].Is("–")) && words[i + 1].IsCapital)
        {
            i++;
        }

        return i - at;
    }

    private int SkipJoint(int i, int end)
    {
        var start = i;
        while (i < end && (words[i].Is(",") || words[i].Is(";") || words[i].Is("và") || words[i].Is("&") || words[i].Is("hoặc") || (words[i].Is("cùng") && i > start))) i++;
        return i;
    }

    private int SkipParenthesis(int i, int end)
    {
        if (i >= end || !words[i].Is("(")) return i;
        for (var close = i + 1; close < end && close < i + LongestName; close++)
        {
            if (words[close].Is(")")) return close + 1;
        }

        return i;
    }

    private static readonly PhraseSet _purposes = new("bảo vệ, phục vụ, kiểm tra, giám sát, thẩm định, tư vấn, truyền thông, hỗ trợ, tuyên truyền, biên tập, biên soạn, vận động, khảo sát, trực, nuôi dưỡng, giúp");
    private static readonly PhraseSet _offices = new("văn phòng, chánh văn phòng, phó chánh văn phòng, lãnh đạo văn phòng");
    private static readonly PhraseSet _assemblies = new("hđnd, ubnd, hội đồng nhân dân, ủy ban nhân dân, đoàn đbqh, đoàn đại biểu quốc hội, đảng ủy, huyện ủy, quận ủy");
    private static readonly PhraseSet _councils = new("ubnd, hđnd, ủy ban nhân dân, hội đồng nhân dân, đảng ủy, chủ tịch ubnd, công an, bí thư đảng ủy, chủ tịch");
    private static readonly PhraseSet _places = new("phường, xã, thị trấn, huyện, quận, thành phố, thị xã, tỉnh, đặc khu");
    private static readonly PhraseSet _numbered = new("khối, lớp, tổ, số, nhóm, thôn, khu, cụm, phố, đội, quận, phường, xã, khu vực, vùng, tiểu đoàn, trung đoàn");
    private static readonly PhraseSet _bareNames = new("nhà trường, trường, tổ, đơn vị, địa phương, ngành, cơ quan, gia đình");
    private static readonly PhraseSet _kindsOfMembers = new("cấp ủy, tổ chức đảng, chính quyền, đảng bộ, chi bộ, chi ủy, chi đoàn, công đoàn, cán bộ, công chức, viên chức, giáo viên, nhân viên, học sinh, phụ huynh, cha mẹ học sinh, văn phòng, bộ, ngành, huyện đoàn, quận đoàn, thành đoàn, thị đoàn, huyện ủy, quận ủy, thành ủy, thị ủy, đảng ủy, sở, phó hiệu trưởng, hiệu trưởng");
    // Nouns that begin like bodies and are none.
    private static readonly PhraseSet _notBodies = new(
        """
        hội giảng, hội thi, hội nghị, hội thảo, hội trường, hội diễn, hội khỏe, hội khoẻ, hội thao, hội chợ, hội họp, hội viên, đội tuyển, đội ngũ, đội hình, lớp học, lớp dạy, lớp bồi dưỡng, lớp tập huấn, trường hợp, trường lớp
        quỹ lương, quỹ khuyến học, quỹ đất, phòng chống, phòng ngừa, phòng học, phòng cháy, phòng bệnh, phòng dịch, phòng chức năng, phòng bộ môn, viện trợ, bộ máy, bộ hồ sơ, bộ sách, bộ đề, bộ tiêu chí, sở thích, ngành nghề, cục bộ
        khoa học, đoàn kết, đoàn viên, đoàn phí, cơ sở vật chất, cơ sở dữ liệu, cơ sở hạ tầng, cơ sở pháp lý, xã hội hóa, xã hội, tổ hợp, trạm biến áp, bà con, đội viên, tổ chức thực hiện, công an ninh, lực lượng lao động, viện phí, thành phố thông minh, xã viên
        thành phần, đơn vị tính, đơn vị cung ứng, cơ quan ngôn luận, nhóm chỉ tiêu, khối lượng, trường học hạnh phúc, trường học an toàn, nhóm nhiệm vụ, đội mũ, ông bà, cụm từ, ngành học, tổ chức lễ, ban đêm, ban ngày, bộ phận cơ thể, khoa giáo, đài hoa, quận nội thành, lớp vỏ
        """);

    private static readonly PhraseSet _afterNoun = new("có liên quan, liên quan, chính trị, đoàn thể, cá nhân, đảng, cơ sở đảng, xã hội, công đoàn");
    private static readonly PhraseSet _neverInNames = new(
        """
        để, trong, trước, về, theo, khi, nhằm, từ, đến, với, cùng, đã, được, sẽ, là, có, do, bởi, tại, trên, qua, thông qua, cho, như, này, đó, hằng, hàng, nếu, mà, thì, ra
        không, chưa, đang, vào, chậm, hạn, số, ngày, tháng, năm, quý, định, sau, ở, và, của, gồm, nêu
        """);
}
