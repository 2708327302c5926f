namespace Directives.Language.Prose;

/// <summary>A recurrence rule as people say it: <c>hằng tháng, ngày 25</c>; <c>3 tháng một lần</c>.</summary>
public static class RecurrenceText
{
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
