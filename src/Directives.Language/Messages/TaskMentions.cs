using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Task numbers, with the word <c>việc</c> before them (<paramref name="From"/> is that word's token).</summary>
internal sealed record TaskMention(int From, int To, IReadOnlyList<int> Numbers);

/// <summary>Finds tasks by their numbers: <c>việc 3</c>, <c>nv 5, 7 và 9</c>, <c>việc 5 đến 8</c>, <c>việc số ba</c>, <c>3, 8 xong</c>.</summary>
internal static class TaskMentions
{
    private const int LargestNumber = 99999;
    private const int LongestRange = 50;

    private static readonly CueSet StatusCues = CueSet.Of(Cue.Finished, Cue.Ongoing, Cue.Partial, Cue.NotYet, Cue.NotStarted, Cue.Perfect, Cue.Obstacle, Cue.Approve, Cue.Reject, Cue.Future, Cue.HowFar);

    internal static List<TaskMention> Find(TokenList tokens)
    {
        var found = new List<TaskMention>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (TryRead(tokens, at, out var mention))
            {
                found.Add(mention);
                at = mention.To - 1;
            }
        }

        return found;
    }

    private static bool TryRead(TokenList tokens, int at, out TaskMention mention)
    {
        mention = null!;
        var hasWord = TryTaskWord(tokens, at, out var next);
        if (tokens[next].Is("số") || tokens[next].Text is "no" or "number") hasWord |= tokens[next + 1].Kind == TokenKind.Number && IsAtStart(tokens, next);
        if (tokens[next].Is("số") || (hasWord && tokens[next].Text is "no" or "number")) next++;
        if (tokens[next].IsSign('.') && tokens[next - 1].Text is "no") next++;
        if (tokens[next].IsSign(':') && hasWord && tokens[next - 1].Is("số")) next++;
        if (hasWord && tokens[next].Is("từ") && tokens[next + 1].Kind == TokenKind.Number && tokens[next + 2].IsAny("đến", "tới") && !tokens[next + 3].Is("ngày")) next++;
        if (tokens[next].IsSign('#')) (hasWord, next) = (true, next + 1);
        var isNumberWord = hasWord && tokens[next].Kind == TokenKind.Word;
        if (isNumberWord && !CanBeNumberWord(tokens, next)) return false;
        if (!hasWord && tokens[at].Kind != TokenKind.Number) return false;
        var numbers = new List<int>();
        var end = ReadNumbers(tokens, next, hasWord, numbers);
        if (numbers.Count == 0 || (!hasWord && !IsBareList(tokens, at, end))) return false;
        mention = new TaskMention(at, end, numbers);
        return true;
    }

    private static bool TryTaskWord(TokenList tokens, int at, out int next)
    {
        next = at;
        var token = tokens[at];
        if (token.Is("việc") || (token.Text == "v" && tokens[at + 1] is { Kind: TokenKind.Number, IsGlued: true }) || token.Text is "nv" or "task" or "tasks" or "cv" or "item" or "items") next = at + 1;
        else if ((token.Is("nhiệm") && tokens[at + 1].Is("vụ")) || (token.Is("công") && tokens[at + 1].Is("việc")) || (token.Is("đầu") && tokens[at + 1].Is("việc") && !tokens[at - 1].IsAny("bắt", "đánh"))) next = at + 2;
        if (next > at && (tokens[next].Is("thứ") && tokens[next + 1].Kind == TokenKind.Number)) next++;
        return next > at;
    }

    /// <summary><c>việc ba</c>, <c>việc số mười hai</c>; not <c>việc hai trường</c> nor <c>việc một cửa</c>.</summary>
    private static bool CanBeNumberWord(TokenList tokens, int at)
    {
        if (tokens[at].Text is "sáu" or "sau" && tokens[at - 1].Is("số")) return true;
        if (!NumberWords.TryRead(tokens, at, out _, out var next)) return false;
        if (tokens[at - 1].Is("số")) return true;
        var after = tokens[next];
        return after.Kind is TokenKind.None or TokenKind.Sign or TokenKind.Break || Lexicon.Default.Match(tokens, next, tokens.Count) is { } match
            && !match.Cues.HasAny(CueSet.Of(Cue.UnitWord, Cue.Person, Cue.Task)) && !DateWords.TryUnit(tokens, next, out _, out _);
    }

    private static int ReadNumbers(TokenList tokens, int at, bool hasWord, List<int> numbers)
    {
        var end = at;
        while (TryNumber(tokens, at, hasWord, numbers.Count > 0, out var number, out var next))
        {
            if (tokens[next].IsSign('-') && tokens[next + 1].Kind == TokenKind.Number && TryNumber(tokens, next + 1, hasWord, true, out var last, out var afterLast) && AddRange(number, last, numbers))
            {
                next = afterLast;
            }
            else if (tokens[next].IsAny("đến", "tới") || tokens[next].Text is "to")
            {
                var lastAt = TryTaskWord(tokens, next + 1, out var afterWord) ? afterWord : next + 1;
                var isRange = IsRangeMeant(tokens, at, next, lastAt) && TryNumber(tokens, lastAt, true, true, out last, out afterLast) && AddRange(number, last, numbers);
                if (isRange) TryNumber(tokens, lastAt, true, true, out _, out next);
                else numbers.Add(number);
            }
            else
            {
                numbers.Add(number);
            }

            end = next;
            var joint = next;
            while (tokens[joint].IsSign(',') || tokens[joint].IsSign('&') || tokens[joint].IsSign('+') || tokens[joint].IsAny("và", "với") || tokens[joint].Text is "and" || (tokens[joint].IsSign('/') && hasWord && tokens[joint + 2].IsSign('/'))) joint++;
            if (joint == next || joint > next + 2 || numbers.Count > LongestRange) break;
            if (tokens[joint].Is("cả")) joint++;
            at = joint;
        }

        return end;
    }

    private static bool TryNumber(TokenList tokens, int at, bool hasWord, bool isFurther, out int number, out int next)
    {
        (number, next) = (0, at);
        var token = tokens[at];
        if (token.Kind == TokenKind.Word)
        {
            if (token.Text is "sáu" or "sau" && tokens[at - 1].Is("số")) (number, next) = (6, at + 1);
            else if (isFurther || !hasWord || !NumberWords.TryRead(tokens, at, out number, out next)) return false;
        }
        else
        {
            if (token.Kind != TokenKind.Number || token.Value is < 1 or > LargestNumber) return false;
            (number, next) = (token.Value, at + 1);
        }

        // Not the day of a date, a time, a share or a count of something.
        var after = tokens[next];
        if (after.IsGlued && (after.IsSign('%') || after.IsSign('/') || (after.IsSign(':') && tokens[next + 1] is { Kind: TokenKind.Number, IsGlued: true }) || (after.IsSign('.') && tokens[next + 1].IsGlued && tokens[next + 1].Kind == TokenKind.Number))) return false;
        var isNow = hasWord && after.Is("giờ") && tokens[next + 1].IsAny("thì", "đã", "mới", "xong");
        if (after.IsSign('%') || (after.Text is "h" or "g" or "am" or "pm" && (after.IsGlued || isFurther)) || (after.IsAny("giờ", "phần") && !isNow)) return false;
        if (DocumentNumbers.End(tokens, at) > 0) return false;
        if (!isFurther) return !(after.Is("tháng") && tokens[next + 1].Kind == TokenKind.Number && !hasWord);
        return !DateWords.TryUnit(tokens, next, out _, out _) && !(after.IsAny("trường", "đơn", "người") && !tokens[next + 1].IsAny("em", "tôi", "mình", "đã", "chúng", "nào", "vị") && !tokens[next + 2].IsAny("em", "tôi", "mình")) && !after.IsAny("triệu", "tỷ", "lần", "học", "giáo", "phòng", "lớp")
            && after.Text is not ("schools" or "units");
    }

    /// <summary>In <c>gia hạn việc 12 đến 20</c> the second number is a day.</summary>
    private static bool IsRangeMeant(TokenList tokens, int first, int joint, int last)
    {
        if (tokens[last].Kind != TokenKind.Number) return false;
        if (last > joint + 1) return true;
        for (var at = first - 1; at >= 0 && at > first - 12; at--)
        {
            if (tokens[at].Is("từ") || tokens[at].Text is "from") return true;
            if (tokens[at].IsAny("gia", "lùi", "dời", "hoãn", "xin", "nhắc") || tokens[at].Text is "extend" or "move" or "push" or "postpone") return false;
        }

        return true;
    }

    private static bool AddRange(int first, int last, List<int> numbers)
    {
        if (last <= first || last - first > LongestRange) return false;
        for (var number = first; number <= last; number++) numbers.Add(number);
        return true;
    }

    /// <summary>Numbers alone are tasks where a status, a decision or a request follows, or where such a word stands before them at the end.</summary>
    private static bool IsBareList(TokenList tokens, int from, int end)
    {
        if (tokens[from].Length > 4) return false;
        var before = tokens[from - 1];
        var isAfterVerb = before.IsAny("xong", "duyệt", "tác", "xem", "tiết", "vướng") || (before.Is("hạn") && tokens[from - 2].IsAny("gia", "lùi", "dời")) || before.Text is "undo" or "approve" or "reject" or "done" or "finished";
        if (isAfterVerb)
        {
            var after = tokens[end];
            return after.Kind is TokenKind.None or TokenKind.Break or TokenKind.Sign || after.IsAny("rồi", "nhé", "ạ", "nha", "vì", "đến", "chưa", "nhe", "sang", "thêm", "tới", "cho") || after.Text is "because" or "to";
        }

        if (!IsAtStart(tokens, from)) return false;
        if (tokens[end].Is("được") && (tokens[end + 1].Kind == TokenKind.Number || tokens[end + 1].Is("nửa"))) return true;
        var next = tokens[end].Is("thì") ? end + 1 : end;
        if (Lexicon.Default.Match(tokens, next, tokens.Count) is not { } match) return false;
        var asks = match.Cues.Has(Cue.AskFor) && (tokens[end].Is("xin") || tokens[end].Is("cho") && (tokens[match.To].Is("xin") || tokens[match.To].IsAny("thêm", "lùi", "nộp")));
        return match.Cues.HasAny(StatusCues) || asks;
    }

    private static bool IsAtStart(TokenList tokens, int at)
    {
        var before = tokens[at - 1];
        if (before.Kind is TokenKind.None or TokenKind.Break || before.IsSign(',') || before.IsSign(';') || before.IsSign('.') || before.IsSign(':')) return true;
        return before.IsAny("và", "còn", "bc", "dạ", "cáo", "là") || before.Text is "and" or "but" or "bc" or "the";
    }
}
