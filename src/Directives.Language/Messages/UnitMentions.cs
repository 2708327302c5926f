using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>A school, office or group named in a message.</summary>
/// <param name="IsWhich">Whether it is asked which of them (<c>trường mầm non nào</c>).</param>
internal readonly record struct UnitMention(int From, int To, string Text, bool IsWhich);

/// <summary>Finds units by the word for their kind and the name that follows. Which units there are is the roster's knowledge, not this one's.</summary>
internal static class UnitMentions
{
    private const int LongestName = 5;

    /// <summary>Words after which a name must follow, and takes two syllables whatever they are.</summary>
    private static readonly HashSet<string> KindWords = ["thcs", "thpt", "mn", "th", "non", "học", "sở", "xã", "phường", "ttgdtx", "gdtx", "ward", "xa", "phuong"];

    /// <summary>Kinds that are groups by themselves.</summary>
    private static readonly HashSet<string> GroupWords = ["mầm", "tiểu", "thcs", "thpt", "mn", "th", "trung", "mẫu", "kindergartens", "primary", "secondary", "nhà", "kindergarten", "gdnn"];

    private static readonly string[] Stops =
    [
        "nào", "chưa", "đã", "đang", "có", "nộp", "báo", "xong", "hoàn", "việc", "và", "hay", "thì", "là", "trên", "trong", "của", "quá", "chậm", "trễ", "còn", "được", "xin",
        "đến", "tới", "này", "đó", "gửi", "không", "cũng", "nhiệm", "nv", "làm", "phải", "cần", "giao", "về", "với", "cho", "hết", "vì", "tôi", "em", "mình", "rà", "lập", "tổ",
        "tháng", "tuần", "quý", "năm", "trước", "sau", "từ", "để", "nhé", "ạ", "bị", "vướng", "theo", "thực", "triển", "kiểm", "tự", "nhắc", "đôn", "chuẩn", "vẫn", "tiến", "tình", "kết",
        "has", "have", "had", "is", "are", "on", "to", "that", "who", "which", "for", "by", "about", "in", "at", "submit", "report", "this", "until", "nữa", "bc", "hạn", "số", "đạt", "nói", "đề", "thêm",
        "mới", "lùi", "dời", "hoãn", "nhận", "đã", "cháy", "chống", "dịch", "cùng", "các", "đều", "phối", "đi", "lại", "thế", "ra", "sao", "gia", "gồm", "kêu", "mà", "kiện", "getting",
    ];

    private static readonly string[] OfficeStops =
    [
        "nào", "chưa", "đã", "đang", "có", "nộp", "báo", "xong", "việc", "và", "thì", "là", "của", "được", "xin", "này", "đó", "tôi", "em", "mình", "cháy", "chống", "dịch", "bệnh", "học",
        "bắt", "yêu", "trả", "làm", "sửa", "đòi", "kêu", "bảo", "nói", "duyệt", "góp", "họp", "nhắc", "giao", "cấp", "chốt", "ghi", "nhận", "xem", "đang", "sẽ", "mới", "vừa", "hay", "hỏi", "nhắn", "gọi",
        "không", "ban", "cho", "gửi", "cũng", "vẫn", "còn", "rồi", "trước", "đến", "để", "ơi", "đầu", "hành",
    ];

    internal static List<UnitMention> Find(MessageText message)
    {
        var found = new List<UnitMention>();
        var hasCapitals = HasCapitals(message.Tokens);
        foreach (var match in message.Matches)
        {
            if (found.Count > 0 && match.From < found[^1].To) continue;
            if (!match.Cues.HasAny(CueSet.Of(Cue.UnitWord, Cue.Office)) || match.Cues.Has(Cue.WhichUnit)) continue;
            if (message.Tokens[match.From].Is("sở") && message.Tokens[match.From - 1].IsAny("cơ", "trụ")) continue;
            if (Read(message, match, hasCapitals) is { } mention) found.Add(mention);
        }

        return found;
    }

    private static UnitMention? Read(MessageText message, CueMatch match, bool hasCapitals)
    {
        var tokens = message.Tokens;
        var (from, to) = (match.From, match.To);
        var isGroup = IsGroup(tokens, from, to);
        var isKind = KindWords.Contains(tokens[to - 1].Text);

        // "các trường | mầm non", "phòng | GD&ĐT", "UBND | phường Bồ Đề"
        while (message.MatchAt(to) is { } next && next.From == to && next.Cues.Has(Cue.UnitWord) && !next.Cues.Has(Cue.WhichUnit) && !IsSelf(next))
        {
            isGroup |= IsGroup(tokens, to, next.To);
            to = next.To;
            isKind = KindWords.Contains(tokens[to - 1].Text);
        }

        // "Tram Y te xa An Phu": behind an office it is the commune.
        var isOffice = match.Cues.Has(Cue.Office);
        if (isOffice && tokens[to].IsAny("xã", "phường") && !message.IsTaken[to]) (to, isKind) = (to + 1, true);

        // "các | chi bộ trường học": several offices of a kind are a group.
        if (tokens[from - 1].IsAny("các", "những") && tokens[from].IsAny("chi", "đoàn", "hội", "công") && match.From == from)
        {
            if (tokens[to].Is("trường") && tokens[to + 1].Is("học")) to += 2;
            return new UnitMention(from - 1, to, message.Words(from - 1, to), IsWhich: false);
        }

        // After "khối", "các" the kind is the whole name.
        if (tokens[from].IsAny("khối", "các", "những") || tokens[from].IsAny("tất", "cụm")) isKind = false;
        if (tokens[to].Is("nào") && to > from) return isGroup ? new UnitMention(from, to + 1, message.Words(from, to), IsWhich: true) : null;
        var nameFrom = to;
        if (isOffice && tokens[to - 1].Is("phố") && tokens[to].Kind == TokenKind.Number) return new UnitMention(from, to + 1, message.Words(from, to + 1), IsWhich: false);
        var isPlural = tokens[from].IsAny("các", "những", "tất") || tokens[from].Is("khối") && isGroup;
        to = isPlural && !(hasCapitals && tokens[to].IsCapitalised) ? EndOfSort(tokens, to)
            : isOffice && !HasNameAfterOffice(message, from, to, hasCapitals) ? to : EndOfName(message, to, isKind);
        if (to == nameFrom && tokens[from].Text is "school" or "kindergarten" or "ward") return NameBefore(message, from, to);
        var isWhole = isGroup && IsPluralOrBare(tokens, from, nameFrom) || isOffice;
        if (to == nameFrom && !isWhole) return null;
        return new UnitMention(from, to, message.Words(from, to), IsWhich: tokens[to].Is("nào"));
    }

    /// <summary>Behind a group only a word for the sort of it belongs to its name: <c>các trường công lập</c>; what they do does not.</summary>
    private static int EndOfSort(TokenList tokens, int at)
    {
        var from = tokens[at].Is("ngoài") ? at + 1 : at;
        var (sort, second) = (tokens[from], tokens[from + 1]);
        var isSort = sort.IsAny("công", "dân") && second.Is("lập") || sort.Is("tư") && second.IsAny("thục", "nhân") || sort.Is("trực") && second.Is("thuộc")
            || sort.IsAny("nội", "bán") && second.Is("trú") || sort.Is("liên") && second.Is("cấp") || sort.Is("vùng") && second.Kind == TokenKind.Word;
        return isSort ? from + 2 : sort.Is("chuyên") ? from + 1 : at;
    }

    /// <summary>Whether a word that does not open the text begins with a capital.</summary>
    private static bool HasCapitals(TokenList tokens)
    {
        for (var at = 1; tokens.HasBothCases && at < tokens.Count; at++)
        {
            if (tokens[at] is { Kind: TokenKind.Word, IsCapitalised: true }) return true;
        }

        return false;
    }

    /// <summary>
    /// An office is whole without a name: in <c>Trạm y tế khám sức khỏe</c> no name follows. One does only where it is written as one
    /// (<c>Công an xã Tân Lập</c>) or, in a text without capitals, behind <c>phường</c>, <c>xã</c> where two syllables stand before what a unit does.
    /// </summary>
    private static bool HasNameAfterOffice(MessageText message, int from, int at, bool hasCapitals)
    {
        var tokens = message.Tokens;
        if (hasCapitals) return tokens[at].IsCapitalised && !(tokens[at].IsUpper && tokens[at].Length == 1);
        if (!tokens[at - 1].IsAny("phường", "xã", "gdtx")) return false;
        if (tokens[at].Kind != TokenKind.Word || tokens[at + 1].Kind != TokenKind.Word || message.IsTaken[at] || message.IsTaken[at + 1]) return false;
        if (tokens[from - 1].Is("của")) return true;
        return Lexicon.Default.Match(tokens, at + 2, tokens.Count) is { } deed && !deed.Cues.IsOnly(CueSet.Of(Cue.Function));
    }

    private static bool IsGroup(TokenList tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (GroupWords.Contains(tokens[at].Text)) return tokens[at].Text is not "nhà" || tokens[at + 1].Is("trẻ");
            if (!tokens[at].HasDiacritics && (tokens[at].Is("mầm") || tokens[at].Is("tiểu") || tokens[at].Is("mẫu")) && at + 1 < to) return true;
            if (tokens[at].Is("trung") && tokens[at + 1].Is("học")) return true;
        }

        return false;
    }

    /// <summary>A short kind without a name (<c>th</c>, <c>mn</c>) is a group only after a word for several or for the kind.</summary>
    private static bool IsPluralOrBare(TokenList tokens, int from, int to) => to - from > 1 || tokens[from].Text is "thcs" or "thpt" or "kindergartens";

    /// <summary>Offices have names of two syllables, or of two such pairs: <c>Nội vụ</c>, <c>Giáo dục và Đào tạo</c>, <c>Tài chính - Kế hoạch</c>.</summary>
    private static int EndOfOfficeName(MessageText message, int at)
    {
        var tokens = message.Tokens;
        bool IsSyllable(int token) => tokens[token].Kind == TokenKind.Word && !message.IsTaken[token] && !tokens[token].IsAny(OfficeStops);
        if (!IsSyllable(at)) return at;

        // "giao phòng rà soát hộ nghèo": what it is to do.
        var isDeed = !tokens[at].IsCapitalised && !tokens[at].Is("tổ") && Lexicon.Default.Match(tokens, at, tokens.Count) is { } deed && deed.To - at > 1 && deed.Cues.Has(Cue.Act);
        if (isDeed) return at;
        var end = tokens[at].IsUpper && tokens[at].Length > 1 && tokens.HasBothCases || !Syllables.IsPossible(tokens[at].Text) || !IsSyllable(at + 1) ? at + 1 : at + 2;
        if (tokens[end].IsSign('&') || tokens[end].IsSign('-') && IsSyllable(end + 1)) end = IsSyllable(end + 2) && !tokens[end + 1].IsUpper ? end + 3 : end + 2;
        else if (tokens[end].Is("và") && tokens[end + 1].Is("đào") && tokens[end + 2].Is("tạo")) end += 3;

        // "Phòng Kinh tế, Hạ tầng và Đô thị": only the first letter of a field is a capital, unlike a school's name.
        bool IsField(int token) => tokens.HasBothCases && tokens[token] is { IsCapitalised: true, IsUpper: false } && IsSyllable(token + 1) && !tokens[token + 1].IsCapitalised
            && !message.Has(token, Cue.UnitWord);
        if (tokens[at].IsCapitalised && tokens[end].IsSign(',') && IsField(end + 1) && tokens[end + 3].Is("và") && IsField(end + 4)) end += 6;
        else if (tokens[at].IsCapitalised && tokens[end].Is("và") && IsField(end + 1)) end += 3;
        return Math.Min(end, tokens.Count);
    }

    private static int EndOfName(MessageText message, int at, bool isKind)
    {
        var tokens = message.Tokens;

        // "ban Lan noi": bạn Lan, a person.
        if (tokens[at - 1].Text == "ban" && !tokens.IsAccented && tokens.HasBothCases && tokens[at].IsCapitalised && !tokens[at + 1].IsCapitalised) return at;
        if (tokens[at - 1].IsAny("phòng", "sở", "ban")) return EndOfOfficeName(message, at);
        var end = at;
        var isMixedCase = tokens.HasBothCases;
        var isCapitalised = isMixedCase && tokens[at].IsCapitalised;
        while (end - at < LongestName)
        {
            var token = tokens[end];
            if ((token.IsSign('&') || token.IsSign('-')) && token.IsGlued && tokens[end + 1].IsGlued && end > at) end++;
            token = tokens[end];
            if (token.Kind == TokenKind.Number && end > at && token.Length <= 2 && end == at + 2 && !message.IsTaken[end] && tokens[end + 1].Kind is TokenKind.None) break;
            var isAsked = message.HasAny(end, CueSet.Of(Cue.WhichUnit, Cue.WhichTask)) && message.MatchAt(end) is { } which && which.To - which.From > 1;
            if (token.Kind != TokenKind.Word || message.IsTaken[end] || isAsked) break;
            if (isCapitalised)
            {
                if (!token.IsCapitalised) break;
            }
            else if (token.IsAny(Stops) && !(token.Is("sao") && tokens[end + 1].Is("mai")))
            {
                break;
            }
            else if (message.MatchAt(end) is { } match && !(isKind && end - at < 2) && !match.Cues.HasAny(CueSet.Of(Cue.UnitWord, Cue.Name)))
            {
                break;
            }

            end++;
        }

        return end;
    }

    /// <summary>English puts the name before: <c>Ai Mo school</c>.</summary>
    private static UnitMention? NameBefore(MessageText message, int at, int to)
    {
        var from = at;
        while (from > 0 && at - from < LongestName && message.Tokens[from - 1] is { Kind: TokenKind.Word, IsCapitalised: true, IsUpper: false } && from - 1 > 0) from--;
        return from < at ? new UnitMention(from, to, message.Words(from, to), false) : null;
    }

    private static bool IsSelf(CueMatch match) => match.Cues.Has(Cue.Self);
}
