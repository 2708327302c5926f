namespace Directives.Language.Prose;

/// <summary>Reads on from the noun for a kind of body to the end of the name: through proper nouns and the common nouns of names, up to the verb.</summary>
internal sealed class NameRest(IReadOnlyList<Word> words)
{
    private readonly NameHead _heads = new(words);
    private readonly NameJoints _joints = new(words);
    private readonly NameStretch _stretch = new(words);

    public int Read(int headAt, int i, int end, bool isPerson, ref bool isGroup)
    {
        var wantsComplement = i - headAt == 1 && Actors.Strong.Match(words, headAt, end) == 0 && NameWords.BareNames.Match(words, headAt, end) == 0;
        var start = i;
        if (_stretch.PastPurpose(headAt, i, end) is var purpose && purpose > i) i = purpose;
        while (i < end)
        {
            var word = words[i];
            if (word.IsSign)
            {
                var after = _joints.AfterSign(i, headAt, end, isPerson, isGroup);
                if (after == i) break;
                i = after;
                continue;
            }

            // `thầy Tuấn phụ trách đội tuyển`: after a person's name that is the verb, after a post it goes on with it.
            if (isPerson && word.Is("phụ") && i > start && !NamesPost(start, i)) break;
            var inner = Math.Max(Actors.Inner.Match(words, i, end), Math.Max(Actors.Weak.Match(words, i, end), Actors.Fields.Match(words, i, end)));
            var verb = word.IsCapital ? 0 : Verbs.Length(words, i, end);
            if (Actors.Plurals.Match(words, i, end) is var plural and > 0 && !word.IsCapital && IsNounOfNames(i + plural, end) && !NameWords.Wholes.IsAt(words, i + plural, end)) isGroup = true;
            if (verb > 0 && i > start && _joints.IsBeforeDash(i + verb, end)) verb = 0;
            if (verb > 0 && isGroup && _stretch.PastTrade(i, end) is var traded && traded > i)
            {
                i = traded;
                continue;
            }

            if (isGroup && word.Is("được") || _stretch.IsCharge(headAt, i, end, isPerson || isGroup)) verb = 0;
            if (verb > 0 && verb == inner && _stretch.EndsWithPlace(i + verb, end)) verb = 0;
            if (verb > 0 && i > start && _stretch.PastAim(i, end) is var aimed && aimed > i)
            {
                i = aimed;
                continue;
            }

            if (verb > 0 && verb >= inner && verb >= NameWords.Compounds.Match(words, i, end) && !IsNounInName(i, end, isPerson || isGroup)
                && !(wantsComplement && i == start && !isGroup && !Verbs.Modals.IsAt(words, i, end)))
            {
                break;
            }

            if (_stretch.PastCharge(start, i, end) is var charged && charged > i)
            {
                i = charged;
                continue;
            }

            if (word.Is("và") || word.Is("với"))
            {
                if (!word.Is("và") || !_joints.GoesOnAfterAnd(i + 1, headAt, end, isGroup)) break;
                i++;
            }
            else if (word.IsCapital) i += LengthOfCapital(i, end);
            else if (inner > 0 && inner >= NameWords.Compounds.Match(words, i, end)) i += inner;
            else if (NameWords.Compounds.Match(words, i, end) is var compound && compound > verb && (isGroup || !_stretch.IsClosed(start, i))) i += compound;
            else if (isGroup && (words[i - 1].IsSign || words[i - 1].Is("các")) && NameWords.KindsOfMembers.Match(words, i, end) is var kind and > 0) i += kind;
            else if (verb > 0) i += verb;
            else if (word.Is("số") && i + 1 < end && words[i + 1].Form is [>= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9']) i += 2;
            else if (IsNumeral(i) || IsClassOfGroup(headAt, i)) i++;
            else if (IsSecondSyllable(i) || i > start && _joints.IsBeforeDash(i + 1, end)) i++;
            else if (_stretch.ToAnchor(headAt, start, i, end) is var anchor && anchor > i) i = anchor;
            else if (isGroup && _stretch.PastQualifier(i, end) is var qualified && qualified > i) return qualified;
            else break;
        }

        return TrimTail(start, i);
    }

    // `Chi bộ lãnh đạo Ban Giám hiệu`: after a body it is the verb; `các đồng chí lãnh đạo phường` are people.
    private bool IsNounInName(int i, int end, bool ofPeople) => _heads.IsNounHere(i, end) && (ofPeople || !words[i].Is("lãnh"));

    private bool IsNounOfNames(int at, int end) => _heads.PlainLength(at, end) > 0 || Actors.Inner.IsAt(words, at, end) || NameWords.KindsOfMembers.IsAt(words, at, end);

    // `Đăng ký`, `Trung cấp`, `Nội vụ`: with a capital the phrase is part of the name as a whole, verb or not.
    private int LengthOfCapital(int i, int end)
    {
        var verb = Verbs.ActionLength(words, i, end);
        var field = Math.Max(NameWords.Compounds.Match(words, i, end), Actors.Fields.Match(words, i, end));
        var phrase = Math.Max(field, Math.Max(NameWords.Places.Match(words, i, end), Actors.Strong.Match(words, i, end)));
        return Math.Max(verb == 2 && i + 1 < end && !words[i + 1].IsCapital ? verb : 1, phrase);
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
    private bool IsNumeral(int i) => char.IsAsciiDigit(words[i].Form[0]) && words[i].Form.Length <= 3
        && (NameWords.Numbered.IsAt(words, i - 1, i) || (i >= 2 && NameWords.Numbered.Match(words, i - 2, i) == 2))
        && !(i + 1 < words.Count && (words[i + 1].Form.StartsWith("lần", StringComparison.Ordinal) || words[i + 1].Is("ngày") || words[i + 1].Is("tháng")));

    // `nhóm Ngữ văn 10`
    private bool IsClassOfGroup(int headAt, int i) => (words[headAt].Is("nhóm") || words[headAt].Is("tổ")) && i > headAt + 1 && !words[i - 1].IsSign
        && int.TryParse(words[i].Form, System.Globalization.CultureInfo.InvariantCulture, out var grade) && grade is > 0 and <= 12;

    // `Nội vụ`, `Tài chính`: the first syllable has the capital, the second follows it. `Hoa Sen` is complete as it stands.
    public bool IsSecondSyllable(int i) =>
        words[i - 1].IsCapital && !words[i - 1].IsAllCaps && words[i].Form.Length <= 7 && !char.IsDigit(words[i].Form[0])
        && !(i >= 2 && words[i - 2].IsCapital && !words[i - 2].IsAllCaps && Actors.Weak.Match(words, i - 2, i) == 0 && !_heads.EndsAt(i - 1))
        && !NameWords.NeverInNames.IsAt(words, i, words.Count);
}
