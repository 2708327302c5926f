using Directives.Language.Text;

namespace Directives.Language.Dates;

internal enum DayPart
{
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// <summary>Times of day, and figures that only look like dates.</summary>
internal sealed partial class DateParser
{
    /// <summary><c>16h00</c>, <c>8 giờ rưỡi sáng</c>, <c>8g30</c>, <c>14:30</c>, <c>3pm</c>, <c>lúc tám giờ</c>, <c>8 giờ kém 15</c>.</summary>
    private bool TryTime(int at, out TimeOnly time, out int next)
    {
        (time, next) = (default, at);
        var from = at;
        var hasWord = tokens[from].IsAny("lúc", "vào") || tokens[from].Text is "at" or "around" or "by";
        if (hasWord) from++;
        if (hasWord && tokens[from].IsAny("khoảng", "lúc", "tầm")) from++;
        if (tokens[from].Text is "noon")
        {
            (time, next) = (new TimeOnly(12, 0), from + 1);
            return true;
        }

        if (!TryEnglishHour(from, out var hour, out var minute, out next) && !TryHour(from, out hour, out minute, out next)) return false;
        if (hour == 24 && minute == 0) hour = 0;
        if (hour > 23 || minute > 59) return false;
        time = new TimeOnly(hour, minute);
        var afterPart = tokens[next].Text is "in" && tokens[next + 1].Text is "the" ? next + 2 : next;
        if (ReadDayPart(ref afterPart) is { } part) (time, next) = (Shift(time, part), afterPart);
        else if (tokens[next + 1].IsAny("nay", "qua") && PartBefore(next + 2) is { } named) time = Shift(time, named);
        else if (tokens[next].Text is "am" or "pm" || (tokens[next].Text is "a" or "p" && tokens[next + 1].IsSign('.')))
        {
            time = tokens[next].Text[0] == 'p' ? Shift(time, DayPart.Afternoon) : time.Hour == 12 ? new TimeOnly(0, time.Minute) : time;
            next++;
        }

        return true;
    }

    /// <summary><c>half past eight</c>, <c>quarter to 9</c>, <c>eight o'clock</c>.</summary>
    private bool TryEnglishHour(int at, out int hour, out int minute, out int next)
    {
        (hour, minute, next) = (0, 0, at);
        var from = tokens[at].Text is "a" ? at + 1 : at;
        var minutes = tokens[from].Text switch { "half" => 30, "quarter" => 15, _ => 0 };
        if (minutes > 0 && tokens[from + 1].Text is "past" or "to" && TryEnglishNumber(tokens[from + 2], out hour))
        {
            next = from + 3;
            (hour, minute) = tokens[from + 1].Text is "past" ? (hour, minutes) : ((hour + 11) % 12, 60 - minutes);
            return true;
        }

        next = at + 2;
        if (minutes > 0 || !TryEnglishNumber(tokens[at], out hour)) return false;
        if (tokens[at + 1].Text is "o'clock" or "oclock") return true;

        // "eight in the morning"
        next = at + 1;
        return tokens[at + 1].Text is "in" && tokens[at + 2].Text is "the" && tokens[at + 3].Text is "morning" or "afternoon" or "evening";
    }

    private static bool TryEnglishNumber(Token token, out int number)
    {
        if (NumberWords.TryEnglishWord(token, out number)) return number <= 12;
        number = token.Kind == TokenKind.Number ? token.Value : 0;
        return number is >= 1 and <= 12;
    }

    private bool TryHour(int at, out int hour, out int minute, out int next)
    {
        (minute, next) = (0, at);
        if (!NumberWords.TryRead(tokens, at, out hour, out next) || hour > 24) return false;
        var unit = tokens[next];
        if (unit.IsSign(':') && unit.IsGlued && tokens[next + 1] is { Kind: TokenKind.Number, Length: 2, IsGlued: true } minutes)
        {
            (minute, next) = (minutes.Value, next + 2);
            if (tokens[next].IsSign(':') && tokens[next + 1] is { Kind: TokenKind.Number, Length: 2, IsGlued: true }) next += 2;
            return true;
        }

        if (tokens[at - 1].Is("lúc") || tokens[at - 1].Text is "at")
        {
            // "lúc 8", "at 9": the hour alone, where nothing after it makes it something else.
            if (tokens[at] is { Kind: TokenKind.Number, Length: <= 2 } && (unit.Kind is TokenKind.None or TokenKind.Break || unit.IsSign(',') || unit.IsSign('.') || unit.Is("nhé")
                || unit.Text is "about" or "on" or "tomorrow" or "today" || (unit.Text is "in" && tokens[next + 1].Text is "the")
                || unit.IsAny("sáng", "chiều", "tối") || unit.IsAny("ngày", "mai", "thứ"))) return hour <= 23;
        }

        if (unit.Text is "am" or "pm" && tokens[at].Kind == TokenKind.Number) return hour <= 12;
        // "chiều thứ sáu, 4 rưỡi, gửi tôi": between two signs, behind a day.
        var isApart = tokens[at - 1].IsSign(',') && tokens[next + 1].Kind is TokenKind.Sign or TokenKind.None or TokenKind.Break;
        var isBehindRhythm = tokens[at - 1].IsAny("tuần", "ngày", "sáng", "chiều", "tối") && tokens[at - 2].IsAny("hằng", "hàng", "mỗi") && !DateWords.TryUnit(tokens, next + 1, out _, out _);
        if (unit.Is("rưỡi") && (isApart || isBehindRhythm || tokens[next + 1].IsAny("sáng", "chiều", "tối") || tokens[at - 1].Is("lúc")))
        {
            (minute, next) = (30, next + 1);
            return hour <= 12;
        }

        var isHour = unit.Is("giờ") || (unit.Text is "h" or "g" && tokens[at].Kind == TokenKind.Number);
        if (!isHour || (unit.Text == "g" && !unit.IsGlued)) return false;
        next++;
        if (tokens[next].Is("rưỡi"))
        {
            (minute, next) = (30, next + 1);
        }
        else if (tokens[next].Is("kém") && NumberWords.TryRead(tokens, next + 1, out var missing, out var afterMissing) && missing is > 0 and < 60)
        {
            (hour, minute, next) = ((hour + 23) % 24, 60 - missing, afterMissing);
            if (tokens[next].Is("phút")) next++;
        }
        else if (tokens[next] is { Kind: TokenKind.Number, Length: <= 2 } digits && (digits.IsGlued || tokens[next + 1].Is("phút") || IsMinutes(next)) && !tokens[next + 1].IsSign('/'))
        {
            (minute, next) = (digits.Value, next + 1);
            if (tokens[next].Is("phút") || tokens[next].Text is "p" or "ph") next++;
        }
        else if (TryMinutesInWords(next, out var said, out var afterSaid))
        {
            (minute, next) = (said, afterSaid);
        }

        return true;
    }

    /// <summary><c>bảy giờ mười lăm sáng</c>, <c>tám giờ ba mươi phút</c>.</summary>
    private bool TryMinutesInWords(int at, out int minute, out int next)
    {
        (minute, next) = (0, at);
        if (tokens[at].Kind != TokenKind.Word || !NumberWords.TrySpoken(tokens, at, out minute, out next) || minute is < 5 or > 59) return false;
        if (!tokens[next].Is("phút")) return minute >= 10 && IsAfterTime(next);
        next++;
        return true;
    }

    /// <summary>Two digits apart from the hour, where what follows goes on about the time or nothing does: <c>7 giờ 15 tối nay</c>.</summary>
    private bool IsMinutes(int at) => tokens[at] is { Length: 2, Value: < 60 } && IsAfterTime(at + 1);

    /// <summary>Whether what stands there goes on about a time of day, or nothing does.</summary>
    private bool IsAfterTime(int at)
    {
        var after = tokens[at];
        return after.Kind is TokenKind.None or TokenKind.Break || (after.Kind == TokenKind.Sign && !after.IsGlued) || after.IsSign(',') || after.IsSign('.') && !tokens[at + 1].IsGlued
            || after.IsAny("sáng", "trưa", "chiều", "tối", "đêm", "mai", "ngày", "hôm", "thứ", "nhé", "nha", "ạ", "bữa", "chủ") || TryWeekdayName(at, out _, out _);
    }

    /// <summary>A word for a part of the day that belongs to a time or a date.</summary>
    private DayPart? ReadDayPart(ref int next)
    {
        // "giữa trưa ngày 15/12", "cuối giờ chiều thứ sáu"
        var isMiddle = tokens[next].IsAny("đầu", "giữa", "cuối");
        var from = isMiddle && tokens[next + 1].IsAny("trưa", "đêm", "buổi", "giờ") ? tokens[next + 1].IsAny("buổi", "giờ") ? next + 2 : next + 1 : next;
        if (from > next && tokens[from].IsAny("sáng", "trưa", "chiều", "đêm") && CanFollow(from + 1)) next = from;
        var token = tokens[next];
        DayPart? part = token.Is("sáng") || token.Text is "morning" ? DayPart.Morning
            : token.Is("trưa") ? DayPart.Noon
            : token.Is("chiều") || token.Text is "afternoon" ? DayPart.Afternoon
            : token.Is("tối") || token.Text is "evening" ? DayPart.Evening
            : token.Is("đêm") || token.Text is "night" ? DayPart.Night
            : null;
        if (part is null || (token.Text == "sang" && TryComingOne(next, out _, out _))) return null;

        // "chiều nay", "đêm qua" are days of their own.
        if (tokens[next + 1].IsAny("nay", "qua", "này")) return null;

        // "toi" without its marks is evening only beside a time of day or before a day.
        if (token.Text == "toi" && !IsAfterHour(next) && !CanFollow(next + 1)) return null;
        next++;
        return part;
    }

    /// <summary>The part that <c>tối nay</c>, <c>chiều qua</c> name, for a time of day that follows.</summary>
    private DayPart? PartBefore(int next)
    {
        if (!tokens[next - 1].IsAny("nay", "qua")) return null;
        var token = tokens[next - 2];
        return token.Is("tối") ? DayPart.Evening : token.Is("chiều") ? DayPart.Afternoon : token.Is("đêm") ? DayPart.Night : token.Is("trưa") ? DayPart.Noon : null;
    }

    private bool IsAfterHour(int at) => tokens[at - 1].IsAny("h", "giờ", "g") || (tokens[at - 1].Kind == TokenKind.Number && tokens[at - 2].IsAny("h", "giờ"))
        || tokens[at - 1].Is("rưỡi");

    private static TimeOnly Shift(TimeOnly time, DayPart? part)
    {
        var hour = time.Hour;
        var shifted = part switch
        {
            DayPart.Noon => hour is 1 or 2 ? hour + 12 : hour,
            DayPart.Afternoon or DayPart.Evening => hour < 12 && hour > 0 ? hour + 12 : hour,
            DayPart.Night => hour is > 6 and < 12 ? hour + 12 : hour == 12 ? 0 : hour,
            _ => hour,
        };
        return new TimeOnly(shifted, time.Minute);
    }

    /// <summary>Figures with a slash or a dash that are no dates: <c>lớp 8/4</c>, <c>3/5 việc</c>, <c>5-7 người</c>, <c>24/7</c>, telephone numbers.</summary>
    private bool IsFigure(int at, out int next)
    {
        next = at;
        if (tokens[at].Kind != TokenKind.Number) return false;
        var end = at;
        while (tokens[end + 1].Kind == TokenKind.Sign && tokens[end + 1].IsGlued && tokens[end + 1].Text is "/" or "-" or "." && tokens[end + 1].Text == tokens[at + 1].Text
            && tokens[end + 2] is { Kind: TokenKind.Number, IsGlued: true })
        {
            end += 2;
        }

        if (end == at) return tokens[at].Length > 4 && (next = at + 1) > at;
        next = end + 1;
        var sign = tokens[at + 1];
        if (end - at >= 6 || tokens[end].Length > 4 || tokens[at].Length > 4) return true;
        var before = tokens[at - 1];
        if (end - at == 2 && tokens[at].Value == 24 && tokens[end].Value == 7 && !before.IsAny("ngày", "đến", "trước")) return true;
        if (before.IsAny("lớp", "khối", "tiết", "bài") || before.IsAny("tỷ", "trang", "khoản", "điều") || before.IsSign('#')) return true;
        if (before.IsAny("số", "mục") && end - at == 2 && !tokens[at - 2].IsAny("ngày")) return true;
        if (before.IsAny("được", "đạt") && end - at == 2 && sign.IsSign('/')) return true;
        var after = tokens[next];
        return end - at == 2 && after.IsAny("việc", "chỉ", "trường", "đơn", "người", "điểm", "học", "lớp", "nhiệm", "giáo", "phòng", "mục", "hồ", "cháu", "em", "nội")
            && !before.IsAny("ngày", "đến", "trước", "từ", "hạn", "sau");
    }
}
