namespace Directives.Language.Prose;

/// <summary>Finds the noun for a kind of body with which a name begins, and tells it from verbs and things that begin alike.</summary>
internal sealed class NameHead(IReadOnlyList<Word> words)
{
    /// <summary>Length of a noun for a kind of body at a word, where no longer verb stands there.</summary>
    public int Length(int at, int end)
    {
        var head = Math.Max(Math.Max(Actors.Strong.Match(words, at, end), Actors.Weak.Match(words, at, end)), NamedByPlace(at, end));
        if (words[at].Is("tổ") && at + 1 < end && words[at + 1].Is("chức")) return IsNounHere(at, end) ? head : 0;
        if (head == 0 && words[at].Is("bảo") && at + 1 < end && words[at + 1].Is("vệ") && Verbs.ActionLength(words, at + 2, end) > 0) return 2;
        if (head > 0 && NameWords.NotBodies.Match(words, at, end) >= head) return 0;
        return head > 0 && !words[at].IsCapital && Verbs.ActionLength(words, at, end) is var verb && verb >= head && !IsNounHere(at, end) ? 0 : head;
    }

    /// <summary>After <c>các</c> a word that is a verb too is a noun: <c>các tổ chức thành viên</c>.</summary>
    public int LengthAfterPlural(int at, int end) => NameWords.NotBodies.IsAt(words, at, end) ? 0 : PlainLength(at, end);

    // `THCS Hoa Sen`, `MN Sao Mai`: a stage of school stands for `trường` where a name follows it; so do `Báo`, `Vụ` with capitals.
    private int NamedByPlace(int at, int end)
    {
        if (!words[at].IsCapital) return 0;
        var stage = Actors.Stages.Match(words, at, end);
        if (stage > 0 && at + stage < end && words[at + stage].IsCapital) return stage;
        var kind = NameWords.CapitalHeads.Match(words, at, end);
        return kind > 0 && at + kind < end && (words[at + kind].IsCapital || NameWords.Places.IsAt(words, at + kind, end) || words[at + kind].Is("cơ") || words[at + kind].Is("khu")) ? kind : 0;
    }

    // `các chi, đảng bộ`: one kind of body in two words.
    public bool IsPartyBranches(int i, int end) => i + 3 < end && words[i].Is("chi") && words[i + 1].Is(",") && words[i + 2].Is("đảng") && words[i + 3].Is("bộ");

    public bool EndsAt(int at)
    {
        for (var from = Math.Max(0, at - 3); from < at; from++)
        {
            if (from + Math.Max(Actors.Strong.Match(words, from, at), NameWords.CapitalHeads.Match(words, from, at)) == at) return true;
        }

        return false;
    }

    /// <summary>Whether <c>tổ chức</c> or <c>lãnh đạo</c>, which are verbs too, stand for bodies or people here.</summary>
    public bool IsNounHere(int at, int end)
    {
        if (words[at].Is("tổ") && at + 1 < end && words[at + 1].Is("chức"))
        {
            return at + 2 < end && (words[at + 2].Is(",") || words[at + 2].Is("và") || NameWords.AfterNoun.IsAt(words, at + 2, end));
        }

        return words[at].Is("lãnh") && at + 2 < end
            && (PlainLength(at + 2, end) > 0 || words[at + 2].Is("các") || words[at + 2].Is("quận") || words[at + 2].Is("phường"));
    }

    public int PlainLength(int at, int end) => Math.Max(Actors.Strong.Match(words, at, end), Actors.Weak.Match(words, at, end));
}
