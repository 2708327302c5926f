using System.Globalization;

namespace Directives.Core;

/// <summary>A recurrence rule as people say it: <c>3 tháng một lần</c>.</summary>
internal static class RecurrenceWords
{
    public static string Of(string rule, Wording words)
    {
        var parts = rule.Split(';').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1]);
        if (!parts.TryGetValue("FREQ", out var frequency)) return rule;
        var interval = parts.TryGetValue("INTERVAL", out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var n) ? n : 1;
        var key = "rule." + frequency.ToLowerInvariant();
        // Rarer rhythms, such as by the hour, have no words of their own yet.
        if (!words.Has(key)) return rule;
        var every = interval == 1
            ? words.Fill(new Phrase(key))
            : words.Fill(new Phrase(key + ".n", ("n", interval)));
        return parts.TryGetValue("BYMONTHDAY", out var day) && int.TryParse(day, CultureInfo.InvariantCulture, out var of) && of > 0
            ? words.Fill(new Phrase("rule.onDay", ("day", of), ("every", every)))
            : every;
    }
}
