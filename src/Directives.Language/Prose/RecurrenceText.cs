using System.Text.RegularExpressions;
using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Prose;

/// <summary>A recurrence rule as people say it: <c>hằng tháng, ngày 25</c>; <c>3 tháng một lần</c>.</summary>
public static partial class RecurrenceText
{
    private const string Prefix = "RRULE:";

    // A rhythm does not depend on the day on which it is written.
    private static readonly DateContext _anyDay = new(new DateOnly(2026, 1, 1), DatePurpose.Deadline);

    /// <summary>The rule that words give, or an RFC 5545 rule itself, with or without <c>RRULE:</c>.</summary>
    /// <returns>Null where the words are no rhythm, or say more than one.</returns>
    public static string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = VietnameseText.Compose(text).Trim().TrimEnd('.');
        var rule = words.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? words[Prefix.Length..].Trim() : words;
        if (Rule().IsMatch(rule)) return rule.Split(';').DistinctBy(part => part.Split('=')[0].ToUpperInvariant()).Count() == rule.Split(';').Length ? rule.ToUpperInvariant() : null;
        if (ReadWords(words) is { } read) return read;
        // "Hằng tháng, ngày 25": as `Of` has it, the rhythm before the day.
        return words.Split(',', 2, StringSplitOptions.TrimEntries) is [var every, var when] ? ReadWords($"{when} {every}") ?? ReadWords($"{every} {when}") : null;
    }

    /// <summary>In words where <see cref="Read"/> gives the same rule back, else the rule itself: for what is to be read again.</summary>
    public static string Written(string rule) => Of(rule) is var words && Read(words) == rule ? words : rule;

    private static string? ReadWords(string words) =>
        DateReader.Read(words, _anyDay) is [{ Recurrence: { } rule, Time: null } only]
        && string.IsNullOrWhiteSpace(words[..only.From]) && string.IsNullOrWhiteSpace(words[only.To..])
            ? rule
            : null;

    [GeneratedRegex(
        @"^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,3}|UNTIL=\d{8}(?:T\d{6}Z?)?|WKST=(?:MO|TU|WE|TH|FR|SA|SU)|BYDAY=(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU))*|BYMONTHDAY=-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01]))*|BYMONTH=(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*|BYSETPOS=-?[1-9]\d{0,2}))*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    public static string Of(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var parts = rule.Split(';').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        var unit = parts.GetValueOrDefault("FREQ") switch { "DAILY" => "ngày", "WEEKLY" => "tuần", "MONTHLY" => "tháng", "YEARLY" => "năm", _ => "kỳ" };
        var every = parts.TryGetValue("INTERVAL", out var interval) && interval != "1" ? $"{interval} {unit} một lần" : $"hằng {unit}";
        var months = parts.TryGetValue("BYMONTH", out var month) ? $"tháng {month.Replace(",", ", ", StringComparison.Ordinal)}" : null;
        var day = parts.TryGetValue("BYMONTHDAY", out var dayOfMonth) ? DayOfMonth(dayOfMonth) : null;
        var when = day is not null && months is not null ? $"{day} {months}" : day ?? months ?? (parts.TryGetValue("BYDAY", out var days) ? Weekdays(days) : null);
        return when is null ? every : $"{every}, {when}";
    }

    private static string DayOfMonth(string day) => day == "-1" ? "ngày cuối tháng" : $"ngày {day}";

    private static string Weekdays(string codes)
    {
        var shown = codes.Split(',').Select(code => code switch
        {
            "MO" => "thứ Hai",
            "TU" => "thứ Ba",
            "WE" => "thứ Tư",
            "TH" => "thứ Năm",
            "FR" => "thứ Sáu",
            "SA" => "thứ Bảy",
            _ => "Chủ nhật",
        }).ToArray();
        return shown.Length == 5 && codes.StartsWith("MO", StringComparison.Ordinal) && codes.EndsWith("FR", StringComparison.Ordinal) ? "các ngày làm việc" : string.Join(", ", shown);
    }
}
