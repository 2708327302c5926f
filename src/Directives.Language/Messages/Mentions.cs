using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Tokens from <paramref name="From"/> up to, not including, <paramref name="To"/> that name something.</summary>
internal readonly record struct TextMention(int From, int To, string Text);

/// <summary>Tokens that give a number.</summary>
internal readonly record struct NumberMention(int From, int To, int Value);

/// <summary>Documents and percentages named in a message.</summary>
internal static class Mentions
{
    private static readonly string[] DocumentWords = ["báo", "tb", "hoạch", "kh", "văn", "cv", "thị", "định", "qđ", "quyết", "nq", "luận", "dẫn", "trình", "directive", "notice", "plan", "document", "letter"];

    /// <summary><c>128-TB/QU</c>, <c>thông báo 128</c>, <c>công văn số 45</c>.</summary>
    internal static List<TextMention> Documents(TokenList tokens)
    {
        var found = new List<TextMention>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var end = DocumentNumbers.End(tokens, at);
            if (end > 0)
            {
                found.Add(new TextMention(at, end, tokens.Slice(at, end)));
                at = end - 1;
            }
            else if (TryNamed(tokens, at, out var mention))
            {
                found.Add(mention);
                at = mention.To - 1;
            }
        }

        return found;
    }

    private static bool TryNamed(TokenList tokens, int at, out TextMention mention)
    {
        mention = default;
        var last = tokens[at];
        if (!last.IsAny(DocumentWords) || !IsDocumentWord(tokens, at, out var from)) return false;
        var next = at + 1;
        if (tokens[next].Is("số") || tokens[next].Text is "no" || tokens[next].IsSign('#')) next++;
        if (DocumentNumbers.End(tokens, next) > 0) return false;
        if (tokens[next] is not { Kind: TokenKind.Number, Length: <= 5 } number || number.Value == 0) return false;
        var after = tokens[next + 1];
        if (after.IsSign('%') || (after.IsSign('/') && tokens[next + 2].Kind == TokenKind.Number && tokens[next + 2].Length <= 2)) return false;

        // "kế hoạch 3 tháng" counts something; "cv 3" is a task.
        if (after.Text is "h" or "g" or "am" or "pm" || after.Is("giờ") || (after.IsSign(':') && after.IsGlued)) return false;
        if (after.IsAny("ngày", "tuần", "tháng") || after.IsAny("năm", "quý", "trường")) return false;
        mention = new TextMention(from, next + 1, tokens.Slice(from, next + 1));
        return true;
    }

    private static bool IsDocumentWord(TokenList tokens, int at, out int from)
    {
        var (last, before) = (tokens[at], tokens[at - 1]);
        from = at - 1;
        if ((last.Is("báo") && before.Is("thông")) || (last.Is("hoạch") && before.Is("kế")) || (last.Is("văn") && before.Is("công"))
            || (last.Is("thị") && before.Is("chỉ")) || (last.Is("định") && before.Is("quyết")) || (last.Is("quyết") && before.Is("nghị"))
            || (last.Is("luận") && before.Is("kết")) || (last.Is("dẫn") && before.Is("hướng")) || (last.Is("trình") && before.IsAny("chương", "tờ")))
        {
            return true;
        }

        from = at;
        return last.Text is "directive" or "notice" or "plan" or "document" or "letter" || (last.IsUpper && last.Text is "tb" or "kh" or "qđ" or "nq");
    }

    /// <summary><c>60%</c>, <c>60 phần trăm</c>, <c>được 3/4</c>, <c>một nửa</c>.</summary>
    internal static List<NumberMention> Percentages(TokenList tokens)
    {
        var found = new List<NumberMention>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (TryPercentage(tokens, at, out var mention))
            {
                found.Add(mention);
                at = mention.To - 1;
            }
        }

        return found;
    }

    private static bool TryPercentage(TokenList tokens, int at, out NumberMention mention)
    {
        mention = default;
        var token = tokens[at];
        if (token.Kind == TokenKind.Number && token.Value >= 0)
        {
            var next = at + 1;
            if (tokens[next].IsSign('.') || (tokens[next].IsSign(',') && tokens[next].IsGlued && tokens[next + 1] is { IsGlued: true, Kind: TokenKind.Number } && tokens[next + 2].IsSign('%'))) next += 2;
            if (EndOfPercent(tokens, next) is > 0 and var end)
            {
                if (IsOfPeople(tokens, at, end)) return false;

                // "-5%", "110%": no share of a task; kept, so that it is not taken for something else.
                var isNegative = tokens[at - 1].IsSign('-') && token.IsGlued && !tokens[at - 1].IsGlued;
                mention = new NumberMention(at, end, isNegative ? -token.Value : token.Value);
                return true;
            }

            return TryFraction(tokens, at, out mention);
        }

        if (token.Kind == TokenKind.Word && NumberWords.TryRead(tokens, at, out var words, out var afterWords) && words is > 0 and <= 100
            && tokens[afterWords].Is("phần") && tokens[afterWords + 1].Is("trăm"))
        {
            mention = new NumberMention(at, afterWords + 2, words);
            return true;
        }

        if (TrySpokenFraction(tokens, at, out mention)) return true;
        var isHalf = token.Is("nửa") && !tokens[at + 1].IsAny("tháng", "năm", "ngày") && (tokens[at - 1].IsAny("được", "một", "xong") || tokens[at - 1].Is("phân"));
        if (isHalf || (token.Text == "half" && tokens[at + 1].Text is not ("a" or "year" or "past") && tokens[at - 1].Text is not ("first" or "second" or "latter")) || token.Text == "halfway")
        {
            mention = new NumberMention(tokens[at - 1].Is("một") ? at - 1 : at, at + 1, 50);
            return true;
        }

        return false;
    }

    /// <summary><c>làm được ba phần tư</c>, <c>xong hai phần ba</c>.</summary>
    private static bool TrySpokenFraction(TokenList tokens, int at, out NumberMention mention)
    {
        mention = default;
        if (!tokens[at + 1].Is("phần") || !tokens[at - 1].IsAny("được", "xong", "đạt", "làm", "khoảng") && !tokens[at - 1].Is("tầm")) return false;
        if (!NumberWords.TryRead(tokens, at, out var part, out var next) || next != at + 1) return false;
        var whole = 4;
        var end = at + 3;
        if (!tokens[at + 2].Is("tư") && (!NumberWords.TryRead(tokens, at + 2, out whole, out end) || whole > 10)) return false;
        if (part >= whole || part < 1) return false;
        mention = new NumberMention(at, end, (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero));
        return true;
    }

    /// <summary><c>…, kết quả 98% phụ huynh đồng ý</c>: a share of people is no share of the task.</summary>
    private static bool IsOfPeople(TokenList tokens, int at, int end)
    {
        var before = tokens[at - 1];
        var isApart = before.Kind is TokenKind.Sign or TokenKind.Break || before.IsAny("quả", "có", "với", "là");
        return isApart && tokens[end].IsAny("phụ", "học", "giáo", "trẻ", "hộ", "em", "cháu", "cán", "đảng", "người", "trường", "lớp")
            && tokens[end + 1].Kind == TokenKind.Word && tokens[end + 2].Kind == TokenKind.Word && !tokens[end + 1].IsAny("nhé", "ạ", "nha");
    }

    private static int EndOfPercent(TokenList tokens, int at)
    {
        if (tokens[at].IsSign('%') || tokens[at].Text is "percent" or "pct") return at + 1;
        return tokens[at].Is("phần") && tokens[at + 1].Is("trăm") ? at + 2 : -1;
    }

    /// <summary>A part of the whole, where a word says that it is one: <c>được 3/4</c>, <c>xong 2/3</c>, <c>đạt 3/5</c>.</summary>
    private static bool TryFraction(TokenList tokens, int at, out NumberMention mention)
    {
        mention = default;
        if (!tokens[at + 1].IsSign('/') || !tokens[at + 1].IsGlued || tokens[at + 2] is not { Kind: TokenKind.Number, IsGlued: true, Length: <= 3 } whole) return false;
        if (tokens[at + 3].IsSign('/') || whole.Value < 2 || tokens[at].Value > whole.Value || tokens[at].Value == 0) return false;
        var before = tokens[at - 1].IsAny("khoảng", "cỡ", "tầm") ? tokens[at - 2] : tokens[at - 1];

        // "lùi hạn đến 11/12 rồi nhắc tôi": a day.
        if (before.IsAny("đến", "tới", "sang", "ngày", "trước", "hạn") || before.IsAny("từ", "hôm", "sau")) return false;
        var isPart = before.IsAny("được", "đạt", "xong") || before.Is("thành") || before.Is("làm") || before.Text is "done" or "about"
            || tokens[at + 3].Is("rồi") || (tokens[at + 3].Is("khối") && tokens[at + 4].Is("lượng")) || (tokens[at + 3].IsAny("việc", "công") && whole.Value <= 12);
        if (!isPart) return false;
        mention = new NumberMention(at, at + 3, (int)Math.Round(100.0 * tokens[at].Value / whole.Value, MidpointRounding.AwayFromZero));
        return true;
    }
}
