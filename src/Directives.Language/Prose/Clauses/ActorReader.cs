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

    private readonly NameHead _heads = new(words);
    private readonly NameRest _rest = new(words);

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
        var head = plural > 0 && _heads.IsPartyBranches(i, end) ? 4 : _heads.Length(i, end);
        if (head == 0 && plural > 0 && !bare) head = _heads.LengthAfterPlural(i, end);
        if (head == 0) return 0;
        var isPerson = Actors.Persons.Match(words, i, end) == head && !isGroup;
        var stop = Math.Min(end, at + LongestName);
        var headAt = i;
        i = _rest.Read(i, i + head, stop, isPerson, ref isGroup);
        isGroup |= NamesLevel(headAt, i);
        return IsComplete(at + plural, head, i, isGroup) ? i - at : 0;
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

    // `UBND cấp xã`: each council of that level.
    private bool NamesLevel(int headAt, int end) =>
        end - headAt >= 3 && words[end - 2].Is("cấp") && NameWords.Places.IsAt(words, end - 1, end) && NameWords.Councils.IsAt(words, headAt, end);

    private bool IsInnerSign(int i, int end) => words[i].Form[0] is '-' or '–' && i + 1 < end && words[i + 1].IsCapital;

    // A bare `phòng`, `ban`, `tổ`, `đội` names nothing; a bare `trường` or `nhà trường` does, and so does a group.
    private bool IsComplete(int nameAt, int head, int i, bool isGroup)
    {
        if (isGroup || i > nameAt + head) return true;
        return Actors.Strong.Match(words, nameAt, i) == head || words[nameAt].Is("bảo") || NameWords.BareNames.Match(words, nameAt, i) == head;
    }

    // After `các phòng Nội vụ`, plain `Y tế` names an office too.
    private int ReadEllipsis(int at, int end)
    {
        if (at >= end || !words[at].IsCapital || words[at].IsSign) return 0;
        var i = at + 1;
        while (i < end && !words[i].IsSign && (words[i].IsCapital || ((_rest.IsSecondSyllable(i) || Actors.Inner.IsAt(words, i, end)) && Verbs.Length(words, i, end) == 0))
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
}
