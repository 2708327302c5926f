using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>The small closed classes of words that dates are made of.</summary>
internal static class DateWords
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    internal static bool TryUnit(TokenList tokens, int at, out DateUnit unit, out int next)
    {
        next = at + 1;
        var token = tokens[at];
        if (token.IsAny("ngày", "hôm", "bữa") || token.Text is "day" or "days" or "day's")
        {
            unit = DateUnit.Day;
            if (tokens[next].Is("làm") && tokens[next + 1].Is("việc")) (unit, next) = (DateUnit.WorkingDay, next + 2);
        }
        else if (token.Text is "working" or "business" && tokens[next].Text is "day" or "days")
        {
            (unit, next) = (DateUnit.WorkingDay, next + 1);
        }
        else if (token.Is("tuần") || token.Text is "week" or "weeks" or "week's")
        {
            unit = DateUnit.Week;
            if (tokens[next].Is("lễ")) next++;
        }
        else if (token.Is("tháng") || token.Text is "month" or "months" or "month's")
        {
            unit = DateUnit.Month;
        }
        else if (token.Is("quý") || token.Text is "quarter" or "quarters" or "quarter's")
        {
            unit = DateUnit.Quarter;
        }
        else if (token.Is("năm") || token.Text is "year" or "years" or "year's")
        {
            unit = DateUnit.Year;
            if (token.Is("năm") && tokens[next].Is("học")) (unit, next) = (DateUnit.SchoolYear, next + 1);
        }
        else if (token.Text is "school" && tokens[next].Text is "year" or "years" or "year's")
        {
            (unit, next) = (DateUnit.SchoolYear, next + 1);
        }
        else if ((token.Is("học") && tokens[next].Is("kỳ")) || (token.Is("kỳ") && tokens[next].Is("học")))
        {
            (unit, next) = (DateUnit.Term, next + 1);
        }
        else if (token.Text is "term" or "semester" or "term's" or "semester's")
        {
            unit = DateUnit.Term;
        }
        else
        {
            unit = default;
            return false;
        }

        return true;
    }

    /// <summary>Which one after a unit: <c>này</c> 0, <c>sau</c> 1, <c>trước</c> -1, <c>sau nữa</c> 2.</summary>
    internal static bool TryOffset(TokenList tokens, int at, out int offset, out int next)
    {
        next = at + 1;
        var token = tokens[at];
        if (token.IsAny("này", "nay") || (token.Is("hiện") && tokens[next].IsAny("tại", "nay", "hành")))
        {
            if (token.Is("hiện")) next++;
            offset = 0;
        }
        else if (token.IsAny("sau", "tới") || (token.IsAny("kế", "tiếp") && !tokens[next].Is("tục")))
        {
            offset = 1;
            if (tokens[next].IsAny("tiếp", "theo")) next++;
            if (tokens[next].Is("nữa")) (offset, next) = (2, next + 1);
        }
        else if (token.Is("trước") && (tokens[next].Kind == TokenKind.Number || tokens[next].IsAny("ngày", "thứ", "tháng")))
        {
            // "báo cáo học kỳ trước 9/12": the word belongs to the day that follows.
            offset = 0;
            return false;
        }
        else if (token.IsAny("trước", "qua", "rồi") || token.Is("ngoái") || (token.Is("vừa") && tokens[next].IsAny("rồi", "qua")))
        {
            if (token.Is("vừa")) next++;
            offset = -1;
            if (tokens[next].Is("nữa")) (offset, next) = (-2, next + 1);
        }
        else
        {
            offset = 0;
            return false;
        }

        return true;
    }

    internal static bool TryEnglishMonth(Token token, out int month)
    {
        month = EnglishIndex(Months, token, 3);
        if (month == 0 && token.Text == "sept") month = 9;

        // "may" the verb and "mar", "dec" as parts of names are decided by the number that must stand beside them.
        return month > 0;
    }

    /// <summary>The day of that whole name (<c>monday</c>).</summary>
    internal static bool TryEnglishWeekday(string name, out int day)
    {
        day = Array.IndexOf(Weekdays, name) + 1;
        return day > 0;
    }

    internal static bool TryEnglishWeekday(Token token, out int day)
    {
        // Some of the short forms are Vietnamese words without their marks: sát, sun, môn, thứ.
        day = EnglishIndex(Weekdays, token, 3);
        if (day == 0 && token.Text.EndsWith("'s", StringComparison.Ordinal)) day = Array.FindIndex(Weekdays, name => token.Text.AsSpan(0, token.Text.Length - 2).SequenceEqual(name)) + 1;
        if (day == 0) day = token.Text switch { "tues" => 2, "thur" or "thurs" => 4, "wednes" => 3, _ => 0 };
        return day > 0 && token.Text is not ("sat" or "sun" or "mon" or "thu");
    }

    private static int EnglishIndex(string[] names, Token token, int shortest)
    {
        if (token.Kind != TokenKind.Word || token.HasDiacritics || token.Text.Length < shortest) return 0;
        for (var at = 0; at < names.Length; at++)
        {
            if (token.Text == names[at] || (token.Text.Length == shortest && names[at].StartsWith(token.Text, StringComparison.Ordinal))) return at + 1;
        }

        return 0;
    }
}
