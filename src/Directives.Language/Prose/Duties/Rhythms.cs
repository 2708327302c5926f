using System.Globalization;
using Directives.Language.Dates;

namespace Directives.Language.Prose;

/// <summary>Puts together the rhythm of a duty where its days stand apart from it: <c>ngày 10 và ngày 20 hằng tháng</c>, <c>hằng tuần, trước thứ năm</c>.</summary>
internal static class Rhythms
{
    private const string Monthly = "FREQ=MONTHLY";
    private const string Quarterly = "FREQ=MONTHLY;INTERVAL=3";
    private const string Weekly = "FREQ=WEEKLY";
    private const string InMonth = "FREQ=YEARLY;BYMONTH=";
    private const string Days = ";BYMONTHDAY=";

    /// <summary>The rule with the days of the month or of the year that were named before it, joined by <c>và</c> or a comma.</summary>
    /// <param name="between">The text from the end of the days to the rule.</param>
    public static string? WithDaysBefore(string rule, DateMention days, string part, string between)
    {
        if (NumbersOf(between) is not { } numbers) return null;
        if (DayOfMonth(Word.Split(part, days.From, days.To)) is { } day && rule.StartsWith(Monthly, StringComparison.Ordinal))
        {
            var at = rule.IndexOf(Days, StringComparison.Ordinal);
            if (at >= 0) numbers.AddRange(rule[(at + Days.Length)..].Split(',').Select(Number));
            return $"{(at < 0 ? rule : rule[..at])}{Days}{string.Join(',', numbers.Append(day).Distinct().Order())}";
        }

        // `15/6 và 15/12 hằng năm`: one day in two months.
        if (numbers.Count == 0 && days.Deadline is { } date && rule.StartsWith(InMonth, StringComparison.Ordinal) && rule.EndsWith($"{Days}{date.Day}", StringComparison.Ordinal))
        {
            var months = rule[InMonth.Length..rule.IndexOf(Days, StringComparison.Ordinal)].Split(',').Select(Number).Append(date.Month).Distinct().Order();
            return $"{InMonth}{string.Join(',', months)}{Days}{date.Day}";
        }

        return null;
    }

    // The numbers in `, 20 và ngày`; null where anything else stands there.
    private static List<int>? NumbersOf(string between)
    {
        var numbers = new List<int>();
        foreach (var word in Word.Split(between, 0, between.Length))
        {
            if (int.TryParse(word.Form, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 31) numbers.Add(number);
            else if (!(word.Is("và") || word.Is(",") || word.Is("ngày"))) return null;
        }

        return numbers;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>The rule with a day that stands after it or says its own rhythm (<c>ngày 20 của tháng cuối quý</c>); null where the day is none of its days.</summary>
    public static string? WithDayAfter(string? rule, List<Word> words, List<Word> after)
    {
        if (DayOfMonth(words) is { } day)
        {
            if (_ofQuarter.IsAt(after, 0, after.Count)) return rule is null or Quarterly ? $"{Quarterly}{Days}{day}" : rule;
            return rule is Monthly or Quarterly ? $"{rule}{Days}{day}" : null;
        }

        // `thứ bảy tuần cuối tháng`, and not `tuần cuối tháng 12`.
        if (_weekOfMonth.Match(after, 0, after.Count) is var week and > 0 && WeekdayOf(words) is { } only && (week >= after.Count || !char.IsAsciiDigit(after[week].Form[0])))
        {
            return $"{Monthly};BYDAY={(_lastWeek.IsAt(after, 0, after.Count) ? -1 : 1)}{only}";
        }

        return rule == Weekly && WeekdayOf(words) is { } weekday ? $"{rule};BYDAY={weekday}" : null;
    }

    /// <summary>Whether the rhythm only says of what kind a paper or sum is: <c>đưa vào nghị quyết hằng năm</c>, <c>trong dự toán hằng năm</c>.</summary>
    /// <param name="end">The word with which the rhythm begins.</param>
    public static bool IsOfAThing(IReadOnlyList<Word> words, int end)
    {
        for (var i = end - 1; i >= Math.Max(0, end - LongestThing); i--)
        {
            if (words[i].IsSign) return false;
            if (_into.IsAt(words, i, end)) return _things.IsAt(words, i + 1, end);
        }

        return false;
    }

    // `trước ngày 25`, without a month: in a monthly duty, the day of each month.
    public static int? DayOfMonth(List<Word> words) =>
        words is [.., var unit, var last] && unit.Is("ngày") && int.TryParse(last.Form, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;

    private static string? WeekdayOf(List<Word> words)
    {
        if (words.Exists(word => word.Form.Contains('/', StringComparison.Ordinal) || word.Is("tuần") || word.Is("tháng"))) return null;
        for (var day = 0; day < _weekdays.Length; day++)
        {
            if (_weekdays[day].Occurs(words, 0, words.Count)) return _codes[day];
        }

        return null;
    }

    private const int LongestThing = 6;

    private static readonly string[] _codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly PhraseSet[] _weekdays =
        [new("thứ hai, thứ 2"), new("thứ ba, thứ 3"), new("thứ tư, thứ 4"), new("thứ năm, thứ 5"), new("thứ sáu, thứ 6"), new("thứ bảy, thứ 7"), new("chủ nhật")];

    private static readonly PhraseSet _into = new("vào, trong, của, theo, từ, với, thuộc");
    private static readonly PhraseSet _things = new(
        """
        nghị quyết, kế hoạch, các kế hoạch, chương trình, dự toán, ngân sách, chỉ tiêu, nhiệm vụ, kinh phí, danh mục, chi phí, quy hoạch, đề án, tiêu chí, nội dung
        """);

    private static readonly PhraseSet _lastWeek = new("tuần cuối, tuần cuối cùng");

    private static readonly PhraseSet _weekOfMonth = new(
        """
        tuần cuối tháng, tuần cuối cùng của tháng, tuần cuối của tháng, tuần cuối hằng tháng, tuần cuối hàng tháng, tuần cuối mỗi tháng, tuần cuối cùng trong tháng, tuần cuối cùng hằng tháng
        tuần đầu tháng, tuần đầu tiên của tháng, tuần đầu của tháng, tuần đầu hằng tháng, tuần đầu hàng tháng, tuần đầu mỗi tháng, tuần đầu tiên trong tháng, tuần đầu tiên hằng tháng
        """);

    private static readonly PhraseSet _ofQuarter = new(
        """
        tháng cuối quý, của tháng cuối quý, tháng cuối mỗi quý, tháng cuối của quý, tháng cuối hằng quý, tháng cuối cùng của quý, của tháng cuối mỗi quý
        của tháng cuối cùng của quý, tháng cuối của mỗi quý
        tháng đầu quý sau, của tháng đầu quý sau, tháng đầu tiên của quý sau, tháng đầu tiên của quý tiếp theo, của tháng đầu quý tiếp theo, tháng đầu quý tiếp theo
        tháng đầu mỗi quý, tháng đầu của quý, tháng đầu tiên của quý
        """);
}
