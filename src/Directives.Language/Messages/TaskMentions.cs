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

    /// <summary>What has items of its own: documents, and a task.</summary>
    private static readonly string[] Wholes = ["mẫu", "điều", "tờ", "đề", "biên", "phần", "chương", "việc", "nhiệm"];

    /// <summary>Words for what a number in words counts.</summary>
    private static readonly string[] Counted =
        ["trường", "em", "hộ", "lớp", "người", "đơn", "học", "giáo", "cán", "phòng", "triệu", "tỷ", "phần", "xã", "phường", "bộ", "cái", "lần"];

    /// <summary>In <c>5 với 7 trường cô làm xong</c> the school is the sender's own, and no count of schools.</summary>
    private static readonly string[] Owners = ["em", "tôi", "mình", "chúng", "cô", "thầy", "chị", "anh", "bác", "ta", "tui", "con", "cháu"];

    /// <summary>After these <c>task 5 to 18</c> is a task and its new day.</summary>
    private static readonly HashSet<string> EnglishMoves = ["extend", "move", "push", "postpone", "change", "set", "deadline", "reschedule", "delay", "shift", "extension"];

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
        if (TryEnglishOrdinal(tokens, at, out mention)) return true;
        var hasWord = TryTaskWord(tokens, at, out var next);
        if (TryNumberWord(tokens, next, hasWord, out var afterWord)) (hasWord, next) = (hasWord || CanNameAlone(tokens, at, afterWord), afterWord);
        if (hasWord && tokens[next].Is("từ") && tokens[next + 1].Kind == TokenKind.Number && tokens[next + 2].IsAny("đến", "tới") && !tokens[next + 3].Is("ngày")) next++;
        if (tokens[next].IsSign('#')) (hasWord, next) = (true, next + 1);
        var isNumberWord = hasWord && tokens[next].Kind == TokenKind.Word;
        if (isNumberWord && !CanBeNumberWord(tokens, next)) return false;
        if (!hasWord && tokens[at].Kind != TokenKind.Number) return false;
        var numbers = new List<int>();
        var end = ReadNumbers(tokens, next, hasWord, numbers);
        if (numbers.Count == 0 || (!hasWord && !IsBareList(tokens, at, end))) return false;
        if (IsPartOfDocument(tokens, at, end)) return false;
        mention = new TaskMention(at, end, numbers);
        return true;
    }

    /// <summary><c>the third task</c>.</summary>
    private static bool TryEnglishOrdinal(TokenList tokens, int at, out TaskMention mention)
    {
        mention = null!;
        if (tokens[at + 1].Text is not ("task" or "item") || !NumberWords.TryOrdinal(tokens[at], out var number) || number < 2 || tokens[at + 2].Kind == TokenKind.Number) return false;
        mention = new TaskMention(at, at + 2, [number]);
        return true;
    }

    /// <summary><c>số</c>, <c>no.</c>, <c>number</c>, <c>mã</c> before a number.</summary>
    private static bool TryNumberWord(TokenList tokens, int at, bool hasWord, out int next)
    {
        next = at + 1;
        var token = tokens[at];
        if (token.Is("số") || token.Text is "number" or "no" or "nr" or "id" || hasWord && token.IsAny("mã", "stt"))
        {
            if (token.Is("mã") && tokens[next].Is("số")) next++;
            if (token.Text is "no" or "nr" && tokens[next].IsSign('.')) next++;
            if (hasWord && tokens[next].IsSign(':')) next++;
            return tokens[next].Kind == TokenKind.Number || token.Is("số") || hasWord;
        }

        return false;
    }

    /// <summary>A number word names a task without <c>việc</c> at the head of a sentence, and behind what is done to a task: <c>xong số 12</c>, <c>finished number 36</c>.</summary>
    private static bool CanNameAlone(TokenList tokens, int at, int numberAt)
    {
        if (tokens[numberAt].Kind != TokenKind.Number) return false;
        if (IsAtStart(tokens, at) && tokens[at].Text is not "id") return true;
        var before = tokens[at - 1];
        return IsDoneTo(tokens, at - 1) || before.Text is "with" or "finish" or "completed" or "complete" or "submitted" or "extend" or "on" or "about" or "started" or "start";
    }

    /// <summary>A verb whose object a bare number may be.</summary>
    private static bool IsDoneTo(TokenList tokens, int at) =>
        tokens[at].IsAny("xong", "duyệt", "tác", "xem", "tiết", "vướng") || (tokens[at].Is("hạn") && tokens[at - 1].IsAny("gia", "lùi", "dời"))
        || tokens[at].Text is "undo" or "approve" or "reject" or "done" or "finished";

    private static bool TryTaskWord(TokenList tokens, int at, out int next)
    {
        next = at;
        var token = tokens[at];
        if (token.Is("việc") || (token.Text == "v" && tokens[at + 1] is { Kind: TokenKind.Number, IsGlued: true })
            || token.Text is "nv" or "nvu" or "nvụ" or "task" or "tasks" or "cv" or "item" or "items" or "assignment") next = at + 1;
        else if ((token.Is("nhiệm") && tokens[at + 1].Is("vụ")) || (token.Is("công") && tokens[at + 1].Is("việc"))
            || (token.Is("đầu") && tokens[at + 1].IsAny("việc", "mục") && !tokens[at - 1].IsAny("bắt", "đánh"))) next = at + 2;
        else if (token.Text == "n" && (tokens[at + 1].IsSign('.') || tokens[at + 1].IsSign('/')) && tokens[at + 2].Text == "v") next = at + 3;
        else if (IsItem(tokens, at)) next = at + 1;
        if (next > at && tokens[next].IsSign('.') && tokens[next].IsGlued && tokens[next + 1].Kind == TokenKind.Number) next++;
        if (next > at && tokens[next].Is("thứ") && IsOrdinal(tokens, at, next + 1)) next++;
        return next > at;
    }

    /// <summary><c>mục 14</c>, <c>vụ 14</c>; but <c>hạng mục 2</c>, <c>mục 3 của việc 5</c> and <c>việc 5 xong mục 3</c> are parts, <c>dịch vụ 2</c> is another word.</summary>
    private static bool IsItem(TokenList tokens, int at)
    {
        var (token, before) = (tokens[at], tokens[at - 1]);
        if (!token.IsAny("mục", "vụ") || token.Is("vụ") && before.Kind == TokenKind.Word && !before.Is("cái")) return false;
        var number = tokens[at + 1].IsAny("số", "thứ") ? tokens[at + 2] : tokens[at + 1];
        if (number.Kind != TokenKind.Number && !tokens[at + 1].IsAny("số", "thứ")) return false;
        if (before.IsAny("hạng", "danh", "tiết", "chuyên", "điều", "khoản", "phần", "các", "mấy")) return false;
        if (number.Kind == TokenKind.Number && tokens[at + 2].IsAny("người", "hộ", "lần")) return false;
        for (var earlier = at - 1; earlier >= 0 && earlier > at - 16 && (!IsSentenceEnd(tokens, earlier) || before.Is("còn") && tokens[earlier].IsSign(',')); earlier--)
        {
            if (!tokens[earlier].IsAny("việc", "nv", "vụ", "mục") || tokens[earlier + 1].Kind != TokenKind.Number && tokens[earlier + 2].Kind != TokenKind.Number) continue;
            return (before.Kind == TokenKind.Sign || before.IsAny("và", "với", "cùng")) && (!tokens[earlier].Is("mục") || IsItem(tokens, earlier));
        }

        return true;
    }

    private static bool IsSentenceEnd(TokenList tokens, int at) =>
        tokens[at].Kind == TokenKind.Break || (tokens[at].IsSign('.') && !tokens[at + 1].IsGlued) || tokens[at].IsSign('?') || tokens[at].IsSign('!') || tokens[at].IsSign(';')
            || tokens[at].IsSign(',');

    /// <summary><c>việc thứ 3</c>, <c>nhiệm vụ thứ mười lăm</c>; <c>việc thứ sáu</c> is the ordinal only where no day can be meant.</summary>
    private static bool IsOrdinal(TokenList tokens, int from, int at)
    {
        if (tokens[at].Kind == TokenKind.Number) return true;
        if (!NumberWords.TrySpoken(tokens, at, out var number, out var next)) return tokens[at].Is("tư") && IsOrdinalPlace(tokens, from, at + 1);
        return number > 7 || IsOrdinalPlace(tokens, from, next);
    }

    /// <summary>No word before it asks for tasks of a day or a time, and no word behind it says which week's day is meant.</summary>
    private static bool IsOrdinalPlace(TokenList tokens, int from, int next)
    {
        for (var at = from - 1; at >= 0 && at > from - 4; at--)
        {
            if (tokens[at].IsAny("nhắc", "có", "còn", "các") || tokens[at].IsAny("những", "mấy", "lịch") || tokens[at].IsAny("sang", "đến", "tới")) return false;
        }

        var after = tokens[next];
        return !after.IsAny("này", "tới", "sau") && !after.IsAny("tuần", "trước", "hằng") && !after.IsAny("hàng", "phải", "nào") && !after.IsAny("ngày", "gì", "có")
            && after.Kind != TokenKind.Number && !after.IsSign('(');
    }

    /// <summary><c>mục 3 thông báo 128</c>, <c>mục 2 phụ lục</c> lie inside a document.</summary>
    private static bool IsPartOfDocument(TokenList tokens, int at, int end)
    {
        if (!tokens[at].Is("mục")) return false;
        var next = tokens[end].IsAny("của", "trong", "ở", "tại", "theo") ? end + 1 : end;
        if (tokens[next].IsAny("thông", "phụ", "công") && tokens[next + 1].IsAny("báo", "lục", "văn")) return true;
        if (Lexicon.Default.Match(tokens, next, tokens.Count) is { } match && match.To - match.From > 1 && match.Cues.Has(Cue.Document)) return true;
        return Array.IndexOf(Wholes, tokens[next].Text) >= 0 || tokens[next].IsAny("việc", "nhiệm") || DocumentNumbers.End(tokens, next) > 0;
    }

    /// <summary><c>việc ba</c>, <c>việc số mười hai</c>; not <c>việc hai trường</c> nor <c>việc một cửa</c>.</summary>
    private static bool CanBeNumberWord(TokenList tokens, int at)
    {
        if (tokens[at].Text is "sáu" or "sau" && tokens[at - 1].Is("số")) return true;
        if (tokens[at].Is("tư") && tokens[at - 1].Is("thứ")) return true;

        // "viec tam tru": a name that begins like a number.
        if (Lexicon.Default.Match(tokens, at, tokens.Count) is { } name && name.Cues.Has(Cue.Topic)) return false;
        if (!NumberWords.TrySpoken(tokens, at, out _, out var next)) return false;
        return tokens[at - 1].Is("số") || tokens[at - 1].Is("thứ") || CanFollow(tokens, next) || next > at + 1 && !IsCounted(tokens, next);
    }

    /// <summary>Whether a word for what is counted stands there: a number of several words is none of anything else.</summary>
    private static bool IsCounted(TokenList tokens, int at) =>
        DateWords.TryUnit(tokens, at, out _, out _) || tokens[at].IsAny(Counted);

    /// <summary>Whether a task's number in words may end here: not before what it would count.</summary>
    private static bool CanFollow(TokenList tokens, int at) =>
        tokens[at].Kind is TokenKind.None or TokenKind.Sign or TokenKind.Break || Lexicon.Default.Match(tokens, at, tokens.Count) is { } match
        && !match.Cues.HasAny(CueSet.Of(Cue.UnitWord, Cue.Person, Cue.Task)) && !DateWords.TryUnit(tokens, at, out _, out _);

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
                if (lastAt > next + 1 && TryNumberWord(tokens, lastAt, true, out var afterNumberWord)) lastAt = afterNumberWord;
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
            while (tokens[joint].IsSign(',') || tokens[joint].IsSign('&') || tokens[joint].IsSign('+') || tokens[joint].IsAny("và", "với") || tokens[joint].IsAny("lẫn", "cùng")
                || tokens[joint].Text is "and" || (tokens[joint].IsSign('/') && hasWord && tokens[joint + 2].IsSign('/'))) joint++;
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
            else if (token.Is("tư") && tokens[at - 1].Is("thứ")) (number, next) = (4, at + 1);
            else if (!hasWord || !NumberWords.TrySpoken(tokens, at, out number, out next)) return false;

            // "việc ba, năm và bảy", but not "việc 3 và hai trường".
            if (isFurther && (!IsWordBeforeJoint(tokens, at) || !CanFollow(tokens, next))) return false;
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
        return !DateWords.TryUnit(tokens, next, out _, out _)
            && !(after.IsAny("trường", "đơn", "người") && !tokens[next + 1].IsAny(Owners) && !tokens[next + 1].IsAny("đã", "nào", "vị") && !tokens[next + 2].IsAny(Owners))
            && !after.IsAny("triệu", "tỷ", "lần", "học", "giáo", "phòng", "lớp")
            && after.Text is not ("schools" or "units");
    }

    /// <summary>Whether the number before the joint is a word as well.</summary>
    private static bool IsWordBeforeJoint(TokenList tokens, int at)
    {
        var before = at - 1;
        while (before >= 0 && (tokens[before].Kind == TokenKind.Sign || tokens[before].IsAny("và", "với", "cả", "lẫn", "cùng"))) before--;
        for (var from = before; from > before - 4 && tokens[from].Kind == TokenKind.Word; from--)
        {
            if (NumberWords.TrySpoken(tokens, from, out _, out var end) && end == before + 1) return true;
        }

        return false;
    }

    /// <summary>In <c>gia hạn việc 12 đến 20</c> the second number is a day.</summary>
    private static bool IsRangeMeant(TokenList tokens, int first, int joint, int last)
    {
        if (tokens[last].Kind != TokenKind.Number || DateWords.TryEnglishMonth(tokens[last + 1], out _) || tokens[last + 1].Is("tháng")) return false;
        if (last > joint + 1) return true;
        for (var at = first - 1; at >= 0 && at > first - 12; at--)
        {
            if (tokens[at].Is("từ") || tokens[at].Text is "from") return true;
            if (tokens[at].IsAny("gia", "lùi", "dời", "hoãn", "xin", "nhắc") || tokens[at].IsAny("chuyển", "đổi", "đẩy", "nới") || EnglishMoves.Contains(tokens[at].Text)) return false;
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
        var isAfterVerb = IsDoneTo(tokens, from - 1);
        if (isAfterVerb)
        {
            var after = tokens[end];
            return after.Kind is TokenKind.None or TokenKind.Break or TokenKind.Sign || after.IsAny("rồi", "nhé", "ạ", "nha", "vì", "đến", "chưa", "nhe", "sang", "thêm", "tới", "cho") || after.Text is "because" or "to";
        }

        if (!IsAtStart(tokens, from)) return false;
        if (tokens[end].Is("được") && (tokens[end + 1].Kind == TokenKind.Number || tokens[end + 1].Is("nửa"))) return true;
        var next = tokens[end].Is("thì") || tokens[end].IsSign(':') ? end + 1 : end;
        if (Lexicon.Default.Match(tokens, next, tokens.Count) is not { } match) return false;
        if (match.Cues.Has(Cue.Self) && Lexicon.Default.Match(tokens, match.To, tokens.Count) is { } behindSelf) match = behindSelf;
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
