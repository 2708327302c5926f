namespace Directives.Language.Prose;

/// <summary>Who does and who directs, from the doers and the verb after them: <c>UBND quận chỉ đạo Phòng Nội vụ chủ trì …</c></summary>
internal sealed class DirectingChain(IReadOnlyList<Word> words)
{
    private readonly ActorReader _actors = new(words);
    private readonly Subject _subject = new(words);

    public void Read(Clause clause, ActorList doers, int end)
    {
        var next = doers.End;
        if (next + 2 < end && words[next].Is("phụ") && words[next + 2].Is(",")) next += 3;
        if (next < end && words[next].Is(":")) next++;
        if (next + 1 < end && words[next].Is(",") && Verbs.Begins(words, next + 1, end)) next++;
        clause.HasModal = Verbs.Modals.IsAt(words, next, end) || (next + 1 < end && words[next].Is("chủ") && words[next + 1].Is("trì"));
        clause.Predicate = next < end && (Verbs.Begins(words, next, end) || ClauseWords.Negations.IsAt(words, next, end) || _subject.MayBeVerb(next)) ? next : -1;
        var verb = next;
        while (verb < end && Verbs.Directing.Match(words, verb, end) == 0 && Verbs.Modals.Match(words, verb, end) is var modal && modal > 0) verb += modal;
        if (Verbs.Directing.Match(words, verb, end) is var directing && directing > 0)
        {
            var others = Others(verb + directing, end);

            // `lãnh đạo thực hiện tốt …`, with nobody to lead: the doer's own duty. `chỉ đạo thực hiện …` is for others, named or not.
            if (others is null && ClauseWords.Leading.Occurs(words, verb, verb + directing) && !ClauseWords.Chief.Occurs(words, verb, Math.Min(end, verb + 5)))
            {
                clause.Lead = [.. doers.Names];
                return;
            }

            clause.Directing = [.. doers.Names];
            clause.Predicate = verb;
            if (others is null) return;
            // `Chi bộ lãnh đạo Ban Giám hiệu chỉ đạo các tổ khối …`: both direct.
            if (Verbs.Directing.Match(words, others.End, end) is var again and > 0 && Others(others.End + again, end) is { } last)
            {
                clause.Directing.AddRange(others.Names);
                others = last;
            }

            clause.Lead = [.. others.Names];
            clause.Predicate = others.End;
            clause.DoersEnd = others.End;
            return;
        }

        clause.Lead = [.. doers.Names];
    }

    /// <summary>Those whom the one who directs sets to work: names with a verb after them.</summary>
    public ActorList? Others(int at, int end)
    {
        var i = at;
        while (i < end && (words[i].Is(",") || words[i].Is("và") || ClauseWords.WithDirecting.IsAt(words, i, end))) i += Math.Max(1, ClauseWords.WithDirecting.Match(words, i, end));
        var list = _actors.ReadList(i, end);
        if (list is null) return null;
        var next = list.End;

        // `chỉ đạo các trường tiểu học và yêu cầu các trường THPT thực hiện …`
        if (next + 1 < end && words[next].Is("và") && Verbs.Orders.Match(words, next + 1, end) is var order && order > 0 && _actors.ReadList(next + 1 + order, end) is { } more)
        {
            list = new ActorList([.. list.Names, .. more.Names], more.End);
            next = list.End;
        }

        if (next < end && (words[next].Is(",") || words[next].Is(":"))) next++;
        return Verbs.Begins(words, next, end) || next >= end || (next == list.End && _subject.MayBeVerb(next)) ? list with { End = next } : null;
    }
}
