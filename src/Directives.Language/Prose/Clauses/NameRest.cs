namespace Directives.Language.Prose;

/// <summary>Reads on from the noun for a kind of body to the end of the name: through proper nouns and the common nouns of names, up to the verb.</summary>
internal sealed class NameRest(IReadOnlyList<Word> words)
{
    private readonly NameHead _heads = new(words);

    public int Read(int headAt, int i, int end, bool isPerson, ref bool isGroup)
    {
        var wantsComplement = i - headAt == 1 && Actors.Strong.Match(words, headAt, end) == 0 && (NameWords.BareNames.Match(words, headAt, end) == 0 || IsTeamOf(headAt, end));
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
            if (verb > 0 && verb >= inner && !_heads.IsNounHere(i, end) && !(wantsComplement && i == start && !isGroup && !Verbs.Modals.IsAt(words, i, end)))
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
            else if (isGroup && words[i - 1].IsSign && NameWords.KindsOfMembers.Match(words, i, end) is var kind and > 0) i += kind;
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
        var purpose = words[headAt].Is("tổ") ? NameWords.Purposes.Match(words, headAt + 1, end) : 0;
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

    // A name never ends with a joint or with a word that only leads on.
    private int TrimTail(int start, int i)
    {
        if (i - 2 >= start && i < words.Count && words[i].Is(",") && words[i - 2].Is("phụ") && words[i - 1].Is("trách")) i -= 2;
        while (i > start && (words[i - 1].IsSign && !words[i - 1].Is(")") || words[i - 1].Is("và") || words[i - 1].Is("của") || words[i - 1].Is("các"))) i--;
        return i;
    }

    // `khối 4`, `lớp 9A`, `Tổ 3`
    private bool IsNumeral(int i) => char.IsAsciiDigit(words[i].Form[0]) && words[i].Form.Length <= 3 && (NameWords.Numbered.IsAt(words, i - 1, i) || (i >= 2 && NameWords.Numbered.Match(words, i - 2, i) == 2))
        && !(i + 1 < words.Count && (words[i + 1].Form.StartsWith("lần", StringComparison.Ordinal) || words[i + 1].Is("ngày") || words[i + 1].Is("tháng")));

    // `nhóm Ngữ văn 10`
    private bool IsClassOfGroup(int headAt, int i) => (words[headAt].Is("nhóm") || words[headAt].Is("tổ")) && i > headAt + 1 && !words[i - 1].IsSign
        && int.TryParse(words[i].Form, System.Globalization.CultureInfo.InvariantCulture, out var grade) && grade is > 0 and <= 12;

    // `Nội vụ`, `Tài chính`: the first syllable has the capital, the second follows it. `Hoa Sen` is complete as it stands.
    public bool IsSecondSyllable(int i) =>
        words[i - 1].IsCapital && !words[i - 1].IsAllCaps && words[i].Form.Length <= 7 && !char.IsDigit(words[i].Form[0])
        && !(i >= 2 && words[i - 2].IsCapital && !words[i - 2].IsAllCaps && Actors.Weak.Match(words, i - 2, i) == 0 && !_heads.EndsAt(i - 1))
        && !NameWords.NeverInNames.IsAt(words, i, words.Count);

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
        if (strong >= weak && NameWords.KindsOfMembers.Match(words, next, end) == strong) return next + strong >= end || !words[next + strong].IsCapital;
        if (weak == 0 || strong > weak) return Actors.Inner.Match(words, next, end) > 0 && strong == 0 && Verbs.Length(words, next, end) == 0;
        if (Verbs.ActionLength(words, next, end) > 0 && !_heads.IsNounHere(next, end)) return false;
        var after = next + weak;
        return after >= end || !words[after].IsCapital || Actors.Stages.Match(words, after, end) > 0;
    }

    private bool GoesOnAfterAnd(int next, int headAt, int end, bool isGroup)
    {
        if (next >= end) return false;
        if (isGroup) return GoesOnInGroup(next, headAt, end);
        if (IsJointOffice(next, headAt, end)) return true;
        if (_heads.Length(next, end) > 0 && !IsField(headAt, next, end)) return false;
        if (Actors.Plurals.Match(words, next, end) > 0) return false;
        return words[next].IsCapital || (Actors.Inner.Match(words, next, end) > 0 && Verbs.Length(words, next, end) == 0);
    }

    // `Văn phòng HĐND và UBND phường`: one office serves both.
    private bool IsJointOffice(int next, int headAt, int end)
    {
        var office = NameWords.Offices.Match(words, headAt, end);
        var first = office > 0 ? NameWords.Assemblies.Match(words, headAt + office, end) : 0;
        return first > 0 && headAt + office + first == next - 1 && NameWords.Assemblies.IsAt(words, next, end);
    }

    // `Phòng Giáo dục và Đào tạo`: what follows is a field of work, not another body.
    private bool IsField(int headAt, int next, int end) => Actors.Weak.Match(words, headAt, end) > 0 && Actors.Fields.Match(words, next, end) > 0;
}
