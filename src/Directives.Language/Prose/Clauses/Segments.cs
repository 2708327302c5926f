namespace Directives.Language.Prose;

/// <summary>Cuts a sentence where another duty may begin: at semicolons, and where after a comma others are told to act.</summary>
internal sealed class Segments(IReadOnlyList<Word> words)
{
    private readonly ActorReader _actors = new(words);

    public List<(int From, int To)> Split()
    {
        var found = new List<(int, int)>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Is("(")) depth++;
            else if (words[i].Is(")")) depth = Math.Max(0, depth - 1);
            if (depth > 0 || i == start) continue;
            var cut = words[i].Is(";") || (words[i].Is(",") && BeginsAnother(start, i));
            if (!cut) continue;
            found.Add((start, i));
            start = i + 1;
        }

        if (start < words.Count) found.Add((start, words.Count));
        return found;
    }

    private bool BeginsAnother(int start, int comma)
    {
        var next = comma + 1;
        while (_also.Match(words, next, words.Count) is var also && also > 0) next += also;
        var order = _outright.Match(words, next, words.Count);
        var list = _actors.ReadList(next + order, words.Count);
        if (list is null) return false;
        if (order > 0) return HasActed(start, comma) && list.End < words.Count && !_orderNoun.IsAt(words, next, words.Count);
        var verb = list.End;
        return verb < words.Count && !words[verb].Is("phối") && _begins.IsAt(words, verb, words.Count) && HasActed(start, comma) && !EndsWithName(start, comma)
            && new ClauseReader(words).Read(start, comma) is { HasDoers: true, HasPredicate: true };
    }

    // A verb stands before the comma, so that what is before it is a duty and not a circumstance.
    private bool HasActed(int start, int comma) => new ClauseReader(words).Read(start, comma) is { HasPredicate: true } clause
        && !(clause.Predicate == start && _preambles.IsAt(words, start, comma)) && comma - clause.Predicate > 1;

    // `hướng dẫn Phòng A, Phòng B thực hiện`: the names before and after the comma are one enumeration.
    private bool EndsWithName(int start, int comma)
    {
        for (var i = Math.Max(start, comma - 12); i < comma; i++)
        {
            if (_actors.ReadList(i, comma) is { } list && list.End == comma) return true;
        }

        return false;
    }

    private static readonly PhraseSet _also = new("đồng thời, và, bên cạnh đó, trong đó, ngoài ra, cùng với đó, sau đó");
    private static readonly PhraseSet _outright = new("giao, giao cho, yêu cầu, phân công, giao nhiệm vụ cho");
    private static readonly PhraseSet _orderNoun = new("yêu cầu của");
    private static readonly PhraseSet _begins = new(
        """
        chủ trì, có trách nhiệm, chịu trách nhiệm, cần, phải, xây dựng, tổ chức, bố trí, báo cáo, gửi, nộp, hướng dẫn, tổng hợp, thực hiện, rà soát, kiểm tra, tham mưu, cung cấp
        chuẩn bị, hoàn thành, đăng ký, tuyên truyền, lập, cử, theo dõi, đôn đốc, thẩm định, hỗ trợ, bảo đảm, đảm bảo
        """);
    private static readonly PhraseSet _preambles = new("thực hiện, triển khai, triển khai thực hiện, căn cứ, để, tiếp theo, trên cơ sở, sau khi");
}
